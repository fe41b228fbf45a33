import type { TaskView } from '../../domain/contract'
import { needsPresence } from '../../domain/task/kinds'
import { timesOf } from '../../domain/task/times'

/** Where the reader stands with a task: what they can do next, and until when. */
export type Standing =
  | { is: 'cancelled' | 'over' }
  | { is: 'free' | 'full' }
  | { is: 'waiting'; position: number }
  | { is: 'offered'; until: number }
  /** A place is kept until they have registered (报到). */
  | { is: 'held'; until: number }
  /** Claimed; nothing to do before `opens`. */
  | { is: 'ahead'; opens: number }
  | { is: 'checkIn' }
  | { is: 'handIn' }
  /** Nothing more to do: whoever organises it has seen them. */
  | { is: 'come' }
  | { is: 'submitted' }
  | { is: 'judged'; accepted: boolean }
  | { is: 'missed' }

type Seen = Pick<TaskView, 'state' | 'left' | 'from' | 'to' | 'proof' | 'queue' | 'claim' | 'terms'>

/** The same rules as domain/task/claiming.ts and proving.ts ask, so that no button is shown that is refused. */
export function standingOf(task: Seen, now: number): Standing {
  const { state, queue, claim, left } = task
  if (state === 'cancelled') return { is: 'cancelled' }
  const mine = claim && !['released', 'expired'].includes(claim.state) ? claim : undefined
  if (mine) return standingWith(task, mine, now)
  if (state === 'finished' || now >= task.to) return { is: 'over' }
  if (queue?.offeredUntil !== undefined && queue.offeredUntil > now)
    return { is: 'offered', until: queue.offeredUntil }
  if (queue) return { is: 'waiting', position: queue.position }
  return { is: left > 0 ? 'free' : 'full' }
}

function standingWith(task: Seen, claim: NonNullable<Seen['claim']>, now: number): Standing {
  const handsIn = task.proof.includes('photo')
  switch (claim.state) {
    case 'held':
      return { is: 'held', until: claim.until ?? now }
    case 'claimed': {
      const opens = task.from - timesOf(task).early
      if (now < opens) return { is: 'ahead', opens }
      if (needsPresence(task))
        return now > task.to + timesOf(task).noShowAfter ? { is: 'missed' } : { is: 'checkIn' }
      return handsIn ? handingIn(task, now) : { is: 'come' }
    }
    case 'checkedIn':
      return handsIn ? handingIn(task, now) : { is: 'come' }
    case 'submitted':
      return { is: 'submitted' }
    case 'verified':
    case 'rejected':
      return { is: 'judged', accepted: claim.state === 'verified' }
    default:
      return { is: 'missed' }
  }
}

const handingIn = (task: Seen, now: number): Standing => ({
  is: now > task.to + timesOf(task).proofAfter ? 'missed' : 'handIn',
})

/** What giving the place back costs: nothing, or it counts as not having come; undefined when it can't be given back. */
export function releaseCosts(
  { claim, to, muster }: Pick<TaskView, 'claim' | 'to' | 'muster'>,
  now: number,
): 'nothing' | 'counts' | undefined {
  if (!claim || !['held', 'claimed'].includes(claim.state) || now >= to) return undefined
  const late = claim.state === 'claimed' && now > (claim.releasableUntil ?? 0)
  return late && !muster ? 'counts' : 'nothing'
}
