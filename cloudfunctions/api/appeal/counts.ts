import { endOfDay } from '../../../domain/time.ts'
import { countWork } from '../../store/appeals.ts'

/** What the filters of the work list mean at a moment: which state, and when the running clock ends. */
export const boundsAt = (now: number) =>
  ({
    all: {},
    late: { until: now },
    today: { from: now, until: endOfDay(now) },
    toAccept: { state: 'dispatched' },
  }) as const

export type Counts = Record<keyof ReturnType<typeof boundsAt>, number>

/** How much waits at an organisation, by filter. */
export async function countsOf(organisation: string, now: number): Promise<Counts> {
  const bounds = boundsAt(now)
  const count = (name: keyof Counts) => countWork(organisation, bounds[name])
  const [all, late, today, toAccept] = await Promise.all([
    count('all'),
    count('late'),
    count('today'),
    count('toAccept'),
  ])
  return { all, late, today, toAccept }
}
