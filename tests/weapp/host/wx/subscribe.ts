/** Set by a test: what this person says when WeChat asks whether they want messages. */
const answerKey = 'host: subscribe'

/** WeChat asks for a message of each template; its pop-up can't be drawn by a page, so the answer is set beforehand: 允许. */
export function subscribe({ tmplIds }: { tmplIds: string[] }): object {
  const answer = localStorage.getItem(answerKey) ?? 'accept'
  return Object.fromEntries(tmplIds.map((id) => [id, answer]))
}
