import type { Appeal } from '../appeal/appeal.ts'
import { type Decision, step } from '../appeal/decisions.ts'
import { limits } from '../appeal/limits.ts'
import { fits } from '../appeal/states.ts'
import { inBeijing } from '../time.ts'
import { type Item, type Meeting, meetingNames, nextWrite, type Resolution } from './meeting.ts'

/**
 * Writes a decision of a meeting into the log of an appeal; undefined when it stands there already, or when the appeal
 * has ended meanwhile.
 */
export function write(meeting: Meeting, item: Item, appeal: Appeal, now: number): Decision | undefined {
  const { decision } = item
  const requestId = requestOf(meeting)
  if (!decision || stands(meeting, appeal) || !fits('decide', appeal.state)) return undefined
  if (appeal.events.length >= limits.events - limits.lastEvents) return undefined
  const caller = meeting.finishedBy ?? 'clock'
  const details = { words: decisionWords(meeting, decision), ...(decision.internal && { internal: true }) }
  return step(appeal, 'decide', appeal.state, { caller, now, requestId }, details)
}

const requestOf = ({ _id }: Pick<Meeting, '_id'>): string => `meeting-${_id}`

/** Whether a decision of a meeting stands in the log of an appeal. */
export const stands = (meeting: Pick<Meeting, '_id'>, { events }: Pick<Appeal, 'events'>): boolean =>
  events.some((event) => event.requestId === requestOf(meeting))

/** 联席会议定了：北门开到 23:00。凯旋社区办，12月11日前 */
export function decisionWords(
  { kind }: Pick<Meeting, 'kind'>,
  { words, by, organisation }: Resolution,
): string {
  const said = words.replace(/[。；;]$/, '')
  return `${meetingNames[kind]}定了：${said}。${organisation}办，${inBeijing(by).format('M月D日')}前`
}

/** A meeting after some of its decisions were written back. */
export function settled(
  meeting: Meeting,
  outcomes: ReadonlyMap<string, 'written' | 'missed'>,
  now: number,
): Pick<Meeting, 'items' | 'tickAt'> {
  const items = meeting.items.map((item) => {
    const outcome = outcomes.get(item.id)
    return outcome ? { ...item, written: true, ...(outcome === 'missed' && { missed: true }) } : item
  })
  return { items, tickAt: nextWrite({ ...meeting, items }, now) }
}
