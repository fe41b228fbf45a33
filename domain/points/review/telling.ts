import type { Notice } from '../../notice/notice.ts'
import type { Review, ReviewState } from './review.ts'

/** What the person is told when it comes into a state; nothing of what they did themselves. */
const sentences: Partial<Record<ReviewState, readonly [head: string, sentence: string]>> = {
  waiting: ['有几分先放一放', '“{title}”的 {points} 分待人工核对，核对完马上告诉您。'],
  paid: ['核对好了，分发了', '“{title}”的 {points} 分记到您名下了。'],
  denied: ['核对后没发', '“{title}”的 {points} 分没发：{words}不认同，点开申诉一次，换别人再看。'],
  upheld: ['申诉有结果了', '“{title}”的 {points} 分没发：{words}两位都看过了，这次就到这里。'],
}

/** The items of the inbox that a held payment still has to tell; an id follows from the state, so that each is stored once. */
export function reviewNotices({ _id, personId, cause, reckoned, log, outbox }: Review): Notice[] {
  return outbox.flatMap(({ state, at }) => {
    const [head, sentence] = sentences[state] ?? []
    if (head === undefined || sentence === undefined) return []
    const said = log.find((event) => event.at === at)?.words ?? ''
    const details: Record<string, string> = {
      title: cause.title,
      points: String(reckoned.points),
      words: said && !/[。！？]$/.test(said) ? `${said}。` : said,
    }
    return [
      {
        _id: `${_id}-${state}`,
        personId,
        at,
        news: 'pointsReview',
        head,
        sentence: sentence.replace(/\{(\w+)\}/g, (_, name: string) => details[name] ?? ''),
        about: { id: _id, as: 'review' },
        read: false,
      } as const,
    ]
  })
}
