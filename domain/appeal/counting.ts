import { endOfDay } from '../time.ts'
import type { Appeal } from './appeal.ts'
import { limits } from './limits.ts'

export const countedNames = ['all', 'late', 'today', 'toAccept'] as const
export type CountedName = (typeof countedNames)[number]
export type Counts = Record<CountedName, number> & { atLeast: CountedName[] }

type Waiting = Pick<Appeal, 'dueAt' | 'state'>

/**
 * How much of what waits falls under each filter, of at most `limits.counted` that are due first; where one more was
 * found than those, there may be more than was counted. Nobody needs to know whether 180 or 240 wait, and counting
 * them would look at each.
 */
export function countsOf(dueFirst: readonly Waiting[], now: number): Counts {
  const counted = dueFirst.slice(0, limits.counted)
  const midnight = endOfDay(now)
  const late = counted.filter(({ dueAt }) => dueAt < now).length
  const today = counted.filter(({ dueAt }) => dueAt >= now && dueAt < midnight).length
  const toAccept = counted.filter(({ state }) => state === 'dispatched').length
  const more = dueFirst.length > counted.length
  // They come in the order in which they are due: past the last of today there is no more of today.
  const open: Record<CountedName, boolean> = {
    all: true,
    late: late === counted.length,
    today: late + today === counted.length,
    toAccept: true,
  }
  return {
    all: counted.length,
    late,
    today,
    toAccept,
    atLeast: more ? countedNames.filter((name) => open[name]) : [],
  }
}
