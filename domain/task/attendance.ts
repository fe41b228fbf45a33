import { needsPresence } from './kinds.ts'
import type { Claim, Task } from './task.ts'

export interface Attendance {
  /** How many came. */
  came: number
  /** The names of those who have a place and did not come, or have not come yet once it has begun. */
  absent: string[]
}

/** Who came to a task, as its organisers see it. Where nobody has to be there at a time, nobody is missing before the end. */
export function attendance(
  task: Pick<Task, 'phase' | 'proof' | 'from'>,
  claims: readonly Pick<Claim, 'name' | 'state'>[],
  now: number,
): Attendance {
  const begun = task.phase === 'published' && needsPresence(task) && now >= task.from
  const missing = ({ state }: Pick<Claim, 'state'>) => state === 'noShow' || (begun && state === 'claimed')
  return {
    came: claims.filter(({ state }) => came.includes(state)).length,
    absent: claims.filter(missing).map(({ name }) => name),
  }
}

const came: readonly Claim['state'][] = ['checkedIn', 'submitted', 'verified', 'rejected']
