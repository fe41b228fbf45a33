import { Refusal } from '../errors.ts'
import { actorOf } from '../people/actor.ts'
import type { Caller, Hat } from '../people/roles.ts'
import { meetingLimits } from './limits.ts'
import { type Item, type Meeting, type MeetingKind, nextWrite, type Resolution } from './meeting.ts'

export interface MeetingAttempt {
  caller: Caller
  now: number
  key: string
}

interface Planned {
  kind: MeetingKind
  at: number
  where: string
  participants: string[]
}

export function create(
  id: string,
  planned: Planned,
  items: Item[],
  organisation: Hat['organisation'],
  attempt: MeetingAttempt,
): Meeting {
  return {
    _id: id,
    ...planned,
    organisation,
    state: 'planned',
    items,
    raised: [],
    finishedBy: null,
    log: [eventOf('create', attempt)],
    tickAt: nextWrite({ state: 'planned', items }, attempt.now),
    createdAt: attempt.now,
    version: 1,
    turn: 0,
  }
}

/** Which items, in which order; what was decided about those that stay, stays. */
export function agenda(meeting: Meeting, wanted: readonly Item[], attempt: MeetingAttempt): Meeting {
  const items = wanted.map((item) => meeting.items.find(({ id }) => id === item.id) ?? item)
  return changed(meeting, { items }, 'agenda', attempt)
}

/** 纪要: what was decided about an item; null takes it back. */
export function decideItem(
  meeting: Meeting,
  appealId: string,
  decision: Resolution | null,
  attempt: MeetingAttempt,
): Meeting {
  if (!meeting.items.some(({ id }) => id === appealId)) throw new Refusal('APPEAL_NOT_FOUND')
  const items = meeting.items.map((item) => (item.id === appealId ? { ...item, decision } : item))
  return changed(meeting, { items }, 'minutes', attempt)
}

/** What was raised in the room has been entered. */
export function raise(meeting: Meeting, raised: Meeting['raised'], attempt: MeetingAttempt): Meeting {
  const all = [...meeting.raised, ...raised]
  if (all.length > meetingLimits.raisedInAll)
    throw new Refusal('MEETING_FULL', { limit: meetingLimits.raisedInAll })
  return changed(meeting, { raised: all }, 'raise', attempt)
}

/** Over: from now on its decisions are written back, one after the other. */
export function finish(meeting: Meeting, attempt: MeetingAttempt): Meeting {
  return changed(meeting, { state: 'done', finishedBy: attempt.caller }, 'finish', attempt)
}

function changed(
  meeting: Meeting,
  change: Partial<Meeting>,
  action: string,
  attempt: MeetingAttempt,
): Meeting {
  if (meeting.state === 'done') throw new Refusal('MEETING_DONE')
  if (meeting.log.length >= meetingLimits.events && action !== 'finish') throw new Refusal('LOG_FULL')
  const after = { ...meeting, ...change }
  return {
    ...after,
    log: [...meeting.log, eventOf(action, attempt)],
    tickAt: nextWrite(after, attempt.now),
    version: meeting.version + 1,
  }
}

const eventOf = (action: string, { caller, now, key }: MeetingAttempt) => ({
  key,
  action,
  actor: actorOf(caller),
  at: now,
})
