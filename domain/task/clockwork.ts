import { inBeijing } from '../time.ts'
import { changed, letGo, passOn } from './claiming.ts'
import { needsPresence } from './kinds.ts'
import { missedAt, type Task } from './task.ts'
import { telling } from './telling.ts'

/**
 * What has become due of a task, in one change: held places that nobody kept, offers that nobody took, who did not come
 * or handed nothing in, and the end itself. The same task again at the same moment stays as it is.
 */
export function runTask(task: Task, now: number): Task {
  return withOffersTold(over(missed(offersOver(heldOver(task, now), now), now), now), task, now)
}

function heldOver(task: Task, now: number): Task {
  const gone = task.claims.filter(({ state, until }) => state === 'held' && until !== null && until <= now)
  if (gone.length === 0) return task
  const ids = gone.map(({ id }) => id)
  const after = letGo(task, ids, 'expired', 'expire', 'clock', now)
  return telling(
    after,
    gone.map(({ personId }) => personId),
    'taskExpired',
    '',
    now,
  )
}

function offersOver(task: Task, now: number): Task {
  const late = task.waiting.filter(({ offeredUntil }) => offeredUntil !== null && offeredUntil <= now)
  if (late.length === 0) return task
  const waiting = task.waiting.filter((each) => !late.includes(each))
  return passOn({ ...task, waiting, free: task.free + late.length }, now)
}

function missed(task: Task, now: number): Task {
  if (task.phase !== 'published') return task
  const gone = task.claims.filter((claim) => (missedAt(task, claim) ?? Number.POSITIVE_INFINITY) <= now)
  if (gone.length === 0) return task
  const claims = task.claims.map((claim) => {
    if (!gone.includes(claim)) return claim
    const came = claim.state === 'checkedIn'
    const steps = [
      ...claim.steps,
      { action: came ? ('expire' as const) : ('noShow' as const), at: now, by: 'clock' },
    ]
    return { ...claim, state: came ? ('expired' as const) : ('noShow' as const), steps }
  })
  const of = (state: 'claimed' | 'checkedIn') =>
    gone.filter((claim) => claim.state === state).map(({ personId }) => personId)
  const free = task.free + of('checkedIn').length
  const counts = needsPresence(task) && !task.muster
  const misses = counts
    ? gone
        .filter(({ state }) => state === 'claimed')
        .map(({ id, personId }) => ({ claim: id, personId, at: now }))
    : []
  const after = changed(task, { claims, free, misses: [...task.misses, ...misses] }, now)
  return telling(
    telling(after, of('claimed'), counts ? 'taskMissed' : 'taskLapsed', '', now),
    of('checkedIn'),
    'taskUnproved',
    '',
    now,
  )
}

/** Over: it leaves the lists, and nobody waits any more. */
function over(task: Task, now: number): Task {
  if (!task.listed || now < task.to) return task
  const open = task.waiting.filter(({ offeredUntil }) => offeredUntil !== null).length
  return changed(task, { listed: false, waiting: [], free: task.free + open }, now)
}

/** Who has just been offered a place is told until when. Asked by the functions after a release, too. */
export function withOffersTold(after: Task, before: Task, now: number): Task {
  const offered = after.waiting.filter(
    ({ id, offeredUntil }) =>
      offeredUntil !== null && before.waiting.find((each) => each.id === id)?.offeredUntil !== offeredUntil,
  )
  const told = offered.reduce(
    (task, { personId, offeredUntil }) =>
      telling(task, [personId], 'taskOffered', inBeijing(offeredUntil ?? now).format('HH:mm'), now),
    after,
  )
  return told === before ? before : changed(told, {}, told.updatedAt)
}
