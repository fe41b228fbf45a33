import { Refusal } from '../errors.ts'
import { settingOf } from '../settings/settings.ts'
import { inBeijing } from '../time.ts'
import { taskLimits } from './limits.ts'
import { pausedUntil, type Volunteering } from './standing.ts'
import { type Claim, type ClaimAction, claimOf, derived, stateOf, type Task, type Waiting } from './task.ts'
import { timesOf } from './times.ts'

/** Who wants a place: what of a person decides whether they may have it. */
export interface Claimer {
  personId: string
  name: string
  /** When they registered with a community (报到); null: not yet, a place is held for them meanwhile. */
  registeredAt: number | null
  volunteering: Volunteering | undefined
  /** The group chat whose card brought them, as WeChat vouches for it. */
  groupId: string | null
}

/** Other tasks that somebody holds a place of and that are not over. */
export type Engagement = Pick<Task, '_id' | 'title' | 'from' | 'to'>

/**
 * Why somebody can't have a place of a task, whether or not one is free; undefined when nothing stands against it.
 * Windows that touch don't overlap; a muster overlaps with nothing.
 */
export function obstacleToClaim(
  task: Pick<Task, '_id' | 'phase' | 'from' | 'to' | 'free' | 'memberDays' | 'muster' | 'title'>,
  claimer: Claimer,
  engagements: readonly Engagement[],
  now: number,
): Refusal | undefined {
  const state = stateOf(task, now)
  if (state === 'draft') return new Refusal('TASK_NOT_FOUND')
  if (state === 'cancelled' || state === 'finished')
    return new Refusal(state === 'cancelled' ? 'TASK_CANCELLED' : 'TASK_FINISHED')
  const paused = pausedUntil(claimer.volunteering, now)
  if (paused !== undefined && !task.muster)
    return new Refusal('CLAIM_PAUSED', { until: inBeijing(paused).format('M 月 D 日') })
  const member = claimer.registeredAt === null ? 0 : now - claimer.registeredAt
  if (task.memberDays > 0 && member < task.memberDays * 24 * 3_600_000)
    return new Refusal('MEMBER_TOO_NEW', { days: task.memberDays })
  const other = engagements.find((each) => overlap(task, each))
  return other && !task.muster ? new Refusal('TASK_OVERLAPS', { title: other.title }) : undefined
}

const overlap = (a: Pick<Engagement, '_id' | 'from' | 'to'>, b: Pick<Engagement, '_id' | 'from' | 'to'>) =>
  a._id !== b._id && a.from < b.to && b.from < a.to

/**
 * Gives back the place of who took one of two tasks of the same time at the very same moment: the later one, without a
 * trace against them. `others`: what else they have a place of.
 */
export function undoOverlap(task: Task, personId: string, others: readonly Task[], now: number): Task {
  const claim = claimOf(task, personId)
  if (!claim || !['held', 'claimed'].includes(claim.state) || task.muster || now >= task.to) return task
  const earlier = others.some((other) => {
    const theirs = claimOf(other, personId)
    if (!theirs || other.muster || !overlap(task, other)) return false
    return theirs.at < claim.at || (theirs.at === claim.at && theirs.id < claim.id)
  })
  return earlier ? letGo(task, [claim.id], 'released', 'release', 'clock', now) : task
}

/** A place in somebody's hands; held for a while until they have registered. */
export function newClaim(id: string, claimer: Claimer, now: number): Claim {
  const registered = claimer.registeredAt !== null
  return {
    id,
    personId: claimer.personId,
    name: claimer.name,
    state: registered ? 'claimed' : 'held',
    at: now,
    until: registered ? null : now + taskLimits.held,
    groupId: claimer.groupId,
    checkIn: null,
    proof: null,
    verdict: null,
    spot: null,
    steps: [stepOf(registered ? 'claim' : 'hold', claimer.personId, now)],
  }
}

/** Takes the place that is offered to who waited. Refuses when nothing is offered or it is too late. */
export function takeOffer(task: Task, id: string, claimer: Claimer, now: number): Task {
  const offer = task.waiting.find(({ personId }) => personId === claimer.personId)
  if (!offer?.offeredUntil) throw new Refusal('TASK_FULL')
  if (offer.offeredUntil <= now)
    throw new Refusal('OFFER_OVER', { minutes: settingOf(task.terms, 'offerMinutes') })
  const waiting = task.waiting.filter(({ personId }) => personId !== claimer.personId)
  const claim = newClaim(id, { ...claimer, groupId: claimer.groupId ?? offer.groupId }, now)
  const fresh = [...task.fresh, claimer.personId]
  return changed(task, { waiting, claims: [...task.claims, claim], fresh }, now)
}

/** Who had a place held has registered: it is theirs. */
export function keep(task: Task, personId: string, now: number): Task {
  return withClaim(task, personId, now, (claim) => {
    if (claim.state !== 'held') return claim
    return advance({ ...claim, state: 'claimed', until: null }, 'claim', personId, now)
  })
}

/** Joins the waiting list, behind those who are on it. Refuses when it is full. */
export function wait(task: Task, id: string, claimer: Claimer, now: number): Task {
  if (claimOf(task, claimer.personId)) throw new Refusal('CLAIMED_ALREADY')
  if (task.waiting.some(({ personId }) => personId === claimer.personId)) return task
  if (task.waiting.length >= taskLimits.waiting) throw new Refusal('WAITING_FULL')
  const { personId, name, groupId } = claimer
  const next: Waiting = { id, personId, name, at: now, groupId, offeredUntil: null }
  // Who asked first, though their request took longer.
  const waiting = [...task.waiting, next].sort((a, b) => a.at - b.at)
  return passOn({ ...task, waiting }, now)
}

/** Leaves the waiting list; what was offered goes to the next one. */
export function stopWaiting(task: Task, personId: string, now: number): Task {
  const left = task.waiting.find((each) => each.personId === personId)
  if (!left) return task
  const waiting = task.waiting.filter((each) => each.personId !== personId)
  return passOn({ ...task, waiting, free: task.free + (left.offeredUntil === null ? 0 : 1) }, now)
}

/** Whether giving a place back now counts as not having come. */
export const countsLate = (task: Pick<Task, 'from' | 'muster' | 'terms'>, now: number): boolean =>
  !task.muster && now > task.from - timesOf(task).releasedBefore

/** Gives a place back, before the work was handed in; it goes to the first who waits. */
export function release(task: Task, personId: string, now: number, key: string): Task {
  const claim = claimOf(task, personId)
  if (!claim) throw new Refusal('CLAIM_NONE')
  if (!['held', 'claimed'].includes(claim.state)) throw new Refusal('CLAIM_UNDER_WAY')
  if (task.phase === 'cancelled') throw new Refusal('TASK_CANCELLED')
  if (now >= task.to) throw new Refusal('TASK_FINISHED')
  const late = claim.state === 'claimed' && countsLate(task, now)
  const misses = late ? [...task.misses, { claim: claim.id, personId, at: now }] : task.misses
  return letGo({ ...task, misses }, [claim.id], 'released', 'release', personId, now, key)
}

/** Ends claims that hold a place, so that it is free for others. */
export function letGo(
  task: Task,
  ids: readonly string[],
  state: 'released' | 'expired',
  action: ClaimAction,
  by: string,
  now: number,
  key?: string,
): Task {
  // Of each the last one is kept: who comes and goes all day makes it no longer.
  const leaving = task.claims.filter(({ id }) => ids.includes(id)).map(({ personId }) => personId)
  const kept = task.claims.filter(
    (claim) => !(leaving.includes(claim.personId) && ['released', 'expired'].includes(claim.state)),
  )
  const claims = kept.map((claim) =>
    ids.includes(claim.id) ? advance({ ...claim, state, until: null }, action, by, now, key) : claim,
  )
  return passOn({ ...task, claims, free: task.free + ids.length }, now)
}

/** Free places go to those who wait, first come first; each has a while to take it, and not beyond the end. */
export function passOn(task: Task, now: number): Task {
  let { free } = task
  const { offered } = timesOf(task)
  const waiting = task.waiting.map((each) => {
    if (free === 0 || each.offeredUntil !== null || now >= task.to || task.phase !== 'published') return each
    free -= 1
    return { ...each, offeredUntil: Math.min(now + offered, task.to) }
  })
  return changed(task, { waiting, free }, now)
}

/** A change of what one claim is; refuses when there is none. */
export function withClaim(task: Task, personId: string, now: number, change: (claim: Claim) => Claim): Task {
  const claim = claimOf(task, personId)
  if (!claim) throw new Refusal('CLAIM_NONE')
  const after = change(claim)
  if (after === claim) return task
  return changed(task, { claims: task.claims.map((each) => (each === claim ? after : each)) }, now)
}

export const advance = (claim: Claim, action: ClaimAction, by: string, now: number, key?: string): Claim => ({
  ...claim,
  steps: [...claim.steps, { ...stepOf(action, by, now), ...(key !== undefined && { key }) }],
})

const stepOf = (action: ClaimAction, by: string, at: number) => ({ action, at, by })

/** A task after a change, with what follows from it; its turn is counted where it is stored. */
export const changed = (task: Task, change: Partial<Task>, now: number): Task =>
  derived({ ...task, ...change, updatedAt: now })

/** What somebody is called who has had everything about them deleted (注销). */
export const goneName = '已注销'

/** Somebody is gone: what they had ahead is free for others, what they did stays, under nobody's name. */
export function leave(task: Task, personId: string, now: number): Task {
  const stopped = stopWaiting(task, personId, now)
  const claim = claimOf(stopped, personId)
  const ahead = claim && ['held', 'claimed'].includes(claim.state) && now < task.to
  const left = ahead ? letGo(stopped, [claim.id], 'released', 'release', personId, now) : stopped
  const named = left.claims.some((each) => each.personId === personId && each.name !== goneName)
  if (!named) return left
  const claims = left.claims.map((each) => (each.personId === personId ? { ...each, name: goneName } : each))
  return changed(left, { claims, misses: left.misses.filter((miss) => miss.personId !== personId) }, now)
}
