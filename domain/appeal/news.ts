import { type DeclineReason, declineReasonNames } from './names.ts'

/**
 * News of an appeal, as the inbox says it: a short head, and a sentence. {title}, {organisation}, {words} and others of
 * `Details` are filled in. Who is told of what stands in telling.ts.
 */
type Lines = Record<string, readonly [head: string, sentence: string]>

const forPerson = {
  accepted: ['有人接了', '{organisation}接了「{title}」，会给您办到底。'],
  moved: ['换了单位办', '「{title}」现在由{organisation}办，说好的时限不变。'],
  movedHard: ['换了单位办', '「{title}」不好办，现在由{organisation}办，期限放宽了，点开看到哪天。'],
  raised: ['升到上一级了', '「{title}」下面没按时办，现在由{organisation}接着办。'],
  raisedByHand: ['升到上一级了', '「{title}」请上一级来办，现在由{organisation}接着办。'],
  noted: ['有新进展', '「{title}」：{words}'],
  suspended: ['要等一等', '「{title}」在等外面回话：{words}'],
  resumed: ['接着办了', '「{title}」等到回话了，接着办。'],
  resumedOnDay: ['接着办了', '「{title}」说好等到的日子到了，接着办。'],
  resolved: ['办完了，等您一句话', '「{title}」：{words} 满不满意，点一下就行。'],
  resolvedUnsolved: ['没能办成，等您一句话', '「{title}」：{words} 您怎么看，点一下就行。'],
  asked: ['有人问过您', '「{title}」办得怎么样，回访时记下了您的话。'],
  unanswered: ['没联系上您', '「{title}」有了结果，想问您满不满意，点一下就行。'],
  closed: ['销号了', '「{title}」已经销号。{again}'],
  closedTogether: ['并在一起的办完了', '「{title}」：{words} 已经销号。{again}'],
  declined: ['这件办不了', '「{title}」：{words} 不同意可以请上一级复核。'],
  declinedForGood: ['这件办不了', '「{title}」：{words} 上一级也看过了。'],
  merged: ['和别的并在一起办', '好几个人都说了这件事，「{title}」并在一起办，办完一起告诉您。'],
  unmerged: ['又单独办了', '「{title}」从并办里分出来，接着单独办。'],
  unmergedResolved: ['又单独办了', '「{title}」从并办里分出来了，早先办得怎么样，点一下就行。'],
  reliefApproved: ['核定同意了', '「{title}」{organisation}开了公函{letter}，去跟平台说。'],
  reliefRefused: ['这次没有核定', '「{title}」：{words}'],
  reliefWaived: ['平台答复了', '「{title}」平台{waived}。{words}'],
  reliefNotWaived: ['平台没同意免', '「{title}」平台说：{words}'],
  joined: ['和别的一起治理', '「{title}」列入治理项目「{words}」，办到哪一步都看得到。'],
  projectDone: ['治理项目办完了', '「{title}」：{words} 这件会接着给您办结。'],
  decided: ['会上定下来了', '「{title}」：{words}'],
} as const satisfies Lines

/** For who saw it too: without the words of others, which may still wait for the content check. */
const forPassersBy = {
  seenResolved: ['您也看到的那件办完了', '「{title}」办完了，点开看前后对比。'],
  seenUnsolved: ['您也看到的那件有答复了', '「{title}」没能办成，点开看为什么。'],
  seenProjectDone: ['您也看到的那件快办完了', '「{title}」所在的治理项目办完了，这件也快了。'],
  seenClosed: ['您也看到的那件销号了', '「{title}」已经销号，点开看前后对比。'],
  seenDeclined: ['您也看到的那件没受理', '「{title}」没有受理，点开看为什么。'],
  seenWithdrawn: ['您也看到的那件撤回了', '「{title}」拍的人撤回了。还在的话，您再拍一张就行。'],
} as const satisfies Lines

const forStaff = {
  assigned: ['派给您一件', '「{title}」派到{organisation}，请您接单。'],
  urgent: ['紧急，请马上接', '「{title}」有人有危险，{organisation}当班的请马上接。'],
  stillUrgent: ['紧急，还没人接', '「{title}」有人有危险，等到现在还没人接，{organisation}的请马上接。'],
  stillUnplaced: ['紧急，还没派出去', '「{title}」有人有危险，等到现在还没派，{organisation}的请马上派。'],
  toPlace: ['有一件要派', '「{title}」到了{organisation}，请派给该办的单位。'],
  acceptSoon: ['快到接单时限了', '「{title}」还没人接，再不接就升到上一级。'],
  resolveSoon: ['快到办结时限了', '「{title}」时限快到了，再不办完就升到上一级。'],
  taken: ['升到上一级了', '「{title}」没按时办，已经由{organisation}接着办，您那里协助。'],
  takenByHand: ['升到上一级了', '「{title}」请上一级来办，已经由{organisation}接着办，您那里协助。'],
  mergedWork: ['和别的并在一起了', '「{title}」并到同一件事里办，不用单独办了。'],
  unmergedWork: ['又单独办了', '「{title}」从并办里分出来，请接着办。'],
  projectDoneWork: ['治理项目办完了', '「{title}」所在的项目办完了，请您看看能不能解单。'],
  decidedWork: ['会上有决定', '「{title}」：{words}'],
  overdue: ['超过时限了', '「{title}」超过时限，上面没有单位可升，请尽快办。'],
  helpAsked: ['请您协办', '「{title}」：{words}'],
  helpReported: ['协办有进展', '「{title}」：{words}'],
  helpFinished: ['协办的办完了', '「{title}」：{words}'],
  released: ['不用再协办了', '「{title}」那里不用等您这边了。'],
  resumedWork: ['挂起到期了', '「{title}」挂起的日子到了，请接着办。'],
  resumedByHand: ['接着办了', '「{title}」不用再等了，请接着办。'],
  replied: ['本人补充了', '「{title}」：{words}'],
  urged: ['本人催了一下', '「{title}」本人在等，请看一眼。'],
  satisfied: ['本人说满意', '「{title}」本人答复了，谢谢您。'],
  partlySatisfied: ['本人说办了一部分', '「{title}」：{words} 本人答复了，谢谢您。'],
  unsatisfied: ['本人说没办好', '「{title}」：{words} 请接着办。'],
  reopened: ['本人重开了', '「{title}」您办过的这件，本人说没办好，已经升到上一级。'],
  reopenedHere: ['本人重开了', '「{title}」您办过的这件，本人说没办好，请接着办。'],
  withdrawn: ['本人撤回了', '「{title}」本人说不用办了。'],
  toFollowUp: ['有一件要回访', '「{title}」办完以后本人一直没答复，请问一声。'],
} as const satisfies Lines

export const news = { ...forPerson, ...forPassersBy, ...forStaff } as const

export type News = keyof typeof news

/** Whom a piece of news is for: the same person can be all three, and reads each as what it is. */
export const audienceOf = (kind: News): 'person' | 'passerBy' | 'staff' =>
  kind in forPerson ? 'person' : kind in forPassersBy ? 'passerBy' : 'staff'

interface Details {
  title: string
  organisation: string
  words: string
  /** Number of the letter to a platform, and what the platform waived. */
  letter?: string
  waived?: string
  /** Whether and how long it can be reopened, as a sentence. */
  again?: string
}

/** The two lines of an inbox item. */
export function newsWords(kind: News, details: Details): { head: string; sentence: string } {
  const [head, sentence] = news[kind]
  const words = /[^。！？!?…]$/.test(details.words) ? `${details.words}。` : details.words
  const filled = sentence
    .replace(/\{(\w+)\}/g, (_, name: keyof typeof details) => ({ ...details, words })[name] ?? '')
    .replace(/([。！？!?…]) /g, '$1')
  return { head, sentence: filled.replace(/：\s+/, '：').replace(/：$/, '。').trim() }
}

/** Why it is not taken on, in words, with what the dispatcher wrote beside. */
export function declineWords(reason: DeclineReason, words: string): string {
  return words ? `${declineReasonNames[reason]}：${words}` : declineReasonNames[reason]
}
