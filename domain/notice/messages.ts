import type { News } from '../appeal/news.ts'
import type { TaskNews } from '../task/news.ts'
import { inBeijing } from '../time.ts'
import type { Notice } from './notice.ts'
import type { Template } from './templates.ts'

/**
 * How much a message is worth: `must` uses the last one that somebody has granted, `may` leaves one for what they must
 * hear.
 */
type Weight = 'must' | 'may'
type Row = readonly [Template, Weight]

/** Which items of an inbox go out as a message, by which template. What is not in it is only in the inbox. */
export const messaged: Record<Notice['news'], Row | undefined> = {
  ...({
    accepted: ['progress', 'may'],
    moved: ['progress', 'may'],
    movedHard: ['progress', 'may'],
    raised: ['progress', 'may'],
    raisedByHand: ['progress', 'may'],
    noted: ['progress', 'may'],
    suspended: ['progress', 'may'],
    resumed: undefined,
    resumedOnDay: undefined,
    resolved: ['progress', 'must'],
    resolvedUnsolved: ['progress', 'must'],
    asked: undefined,
    unanswered: ['progress', 'must'],
    closed: ['progress', 'may'],
    closedTogether: ['progress', 'must'],
    declined: ['progress', 'must'],
    declinedForGood: ['progress', 'must'],
    merged: ['progress', 'may'],
    unmerged: undefined,
    unmergedResolved: ['progress', 'must'],
    reliefApproved: ['progress', 'must'],
    reliefRefused: ['progress', 'must'],
    reliefWaived: ['progress', 'must'],
    reliefNotWaived: ['progress', 'must'],
    joined: ['progress', 'may'],
    projectDone: ['progress', 'may'],
    decided: ['progress', 'may'],
    seenResolved: ['progress', 'may'],
    seenUnsolved: ['progress', 'may'],
    seenProjectDone: undefined,
    seenClosed: ['progress', 'may'],
    seenDeclined: ['progress', 'may'],
    seenWithdrawn: undefined,
    assigned: ['work', 'must'],
    urgent: ['urgent', 'must'],
    stillUrgent: ['urgent', 'must'],
    stillUnplaced: ['urgent', 'must'],
    toPlace: ['work', 'must'],
    acceptSoon: ['work', 'must'],
    resolveSoon: ['work', 'must'],
    taken: ['work', 'may'],
    takenByHand: ['work', 'may'],
    mergedWork: ['work', 'may'],
    unmergedWork: ['work', 'must'],
    projectDoneWork: ['work', 'may'],
    decidedWork: ['work', 'may'],
    overdue: ['work', 'must'],
    helpAsked: ['work', 'must'],
    helpReported: ['work', 'may'],
    helpFinished: ['work', 'may'],
    released: undefined,
    resumedWork: ['work', 'must'],
    resumedByHand: ['work', 'may'],
    replied: ['work', 'may'],
    urged: ['work', 'may'],
    satisfied: undefined,
    partlySatisfied: undefined,
    unsatisfied: ['work', 'must'],
    reopened: ['work', 'may'],
    reopenedHere: ['work', 'must'],
    withdrawn: ['work', 'may'],
    toFollowUp: ['work', 'may'],
  } satisfies Record<News, Row | undefined>),
  ...({
    taskOffered: ['task', 'must'],
    taskEdited: ['task', 'must'],
    taskCancelled: ['task', 'must'],
    taskExpired: ['task', 'may'],
    taskMissed: ['task', 'may'],
    taskLapsed: ['task', 'may'],
    taskUnproved: ['task', 'may'],
    taskVerified: ['task', 'may'],
    taskRejected: ['task', 'may'],
    taskOverturned: ['task', 'may'],
    taskThanked: ['task', 'may'],
    taskForgiven: undefined,
    taskOverlapped: ['task', 'may'],
    taskCalled: ['task', 'may'],
    taskMuster: ['task', 'must'],
  } satisfies Record<TaskNews, Row | undefined>),
  redemption: ['points', 'must'],
  pointsExpiring: ['points', 'must'],
  pointsReview: ['points', 'may'],
  honour: ['points', 'may'],
  incident: ['work', 'must'],
}

/** Danger waits for nothing. */
export const waitsForNothing = (template: Template): boolean => template === 'urgent'

/** What one message says. */
export interface Message {
  template: Template
  /** Of the items that it stands for. */
  noticeIds: string[]
  what: string
  note: string
  /** Milliseconds since 1970: of the newest of them. */
  at: number
  /** Where a tap leads. */
  about: Notice['about'] | 'inbox'
}

/** Messages of each template that a person has granted and WeChat has not delivered yet. */
export type Quota = Partial<Record<Template, number>>

/**
 * The message that goes out for items which are due for one person, and those of them that stay in the inbox alone,
 * because nothing is granted for them or they have been read. Danger goes before everything, by itself; the rest goes as one, by the template of
 * what weighs most. No message when nothing is granted for any.
 */
export function compose(
  due: readonly Notice[],
  quota: Quota,
): { message: Message | undefined; left: Notice[] } {
  const granted = (each: Notice) => {
    const row = messaged[each.news]
    // Who has seen it in the app needs no message about it.
    return row !== undefined && !each.read && (quota[row[0]] ?? 0) >= (row[1] === 'must' ? 1 : 2)
  }
  const left = due.filter((each) => !granted(each))
  const going = due.filter(granted)
  const danger = going.filter(({ news }) => waitsForNothing(templateOf(news)))
  const together = danger.length > 0 ? danger : going
  const [first, ...others] = [...together].sort(byWeight)
  if (!first) return { message: undefined, left }
  const noticeIds = together.map(({ _id }) => _id)
  const at = Math.max(...together.map((each) => each.at))
  const template = templateOf(first.news)
  const message: Message =
    others.length === 0
      ? { template, noticeIds, at, what: first.head, note: first.sentence, about: first.about }
      : {
          template,
          noticeIds,
          at,
          what: `有 ${together.length} 条新消息`,
          note: [first, ...others].map(({ head }) => head).join('；'),
          about: sameAppeal(together) ? first.about : 'inbox',
        }
  return { message, left }
}

const templateOf = (news: Notice['news']): Template => messaged[news]?.[0] ?? 'progress'

/** What must be heard first, then the newest. */
function byWeight(a: Notice, b: Notice): number {
  const must = ({ news }: Notice) => (messaged[news]?.[1] === 'must' ? 0 : 1)
  return must(a) - must(b) || b.at - a.at
}

const sameAppeal = ([first, ...others]: readonly Notice[]) =>
  others.every(({ about }) => about.id === first?.about.id && about.as === first.about.as)

const thingLength = 20

/** Words as WeChat takes them in a field of the kind `thing`: one line, at most 20 characters, never empty. */
export function asThing(words: string): string {
  const line = [...words.replace(/\s+/g, ' ').trim()]
  if (line.length === 0) return '点开看看'
  return line.length > thingLength ? `${line.slice(0, thingLength - 1).join('')}…` : line.join('')
}

/** A moment as WeChat takes it in a field of the kind `time`. */
export const asTime = (at: number): string => inBeijing(at).format('YYYY-MM-DD HH:mm')

/** How long to wait before a message that WeChat did not take is tried again, in milliseconds; undefined: no more. */
export function againAfter(tries: number): number | undefined {
  return tries < mostTries ? 60_000 * 2 ** tries : undefined
}
const mostTries = 6

/** What became of a message. */
export type Sending =
  | 'sent'
  /** The person takes none any more (43101). */
  | 'refused'
  /** WeChat did not take it now, or was never asked. */
  | 'busy'
  /** WeChat will never take it: a template or a page that it does not know. */
  | 'wrong'
  /** No answer: it may have gone out, so it is not sent again. */
  | 'unknown'

/** WeChat's own: too much at once, or a token of the cloud that has just ended. */
const busyCodes = [-1, 40001, 40014, 42001, 45009, 45011, 45047, 50002]

/**
 * Of the cloud in between, which did not pass it on (wx-server-sdk, its table of errors): no such interface, no permission
 * for it, or not from here; requests, or requests at once, above the quota of the environment; no such environment, a
 * source that it does not take, nothing set up.
 */
const notPassedOn = [-604100, -604101, -604104, -501003, -501004, -501005, -501008, -501009]

/** Whether the cloud turned a message away before WeChat saw it: then something is set up wrongly, or used up. */
export const isTurnedAway = (code: number | undefined): boolean =>
  code !== undefined && notPassedOn.includes(code)

/** What WeChat's error code of `subscribeMessage.send` means; undefined when there was none in what was thrown. */
export function sendingOf(code: number | undefined): Sending {
  if (code === undefined) return 'unknown'
  if (code === 0) return 'sent'
  if (code === 43101) return 'refused'
  if (busyCodes.includes(code) || isTurnedAway(code)) return 'busy'
  // WeChat's own codes; the others of the cloud in between (too late, broken) say nothing about what WeChat did.
  return code > 0 ? 'wrong' : 'unknown'
}
