import { bucketAt, type Count, type Counter, gathered, noCount, total } from './counting.ts'
import type { Incident } from './incident.ts'
import { operatingLimits } from './limits.ts'

/** The last hour as 运行情况 shows it: all of it, in parts (those without a call too), and what fails or is slow. */
export function hourOf(
  counters: readonly Counter[],
  now: number,
): Count & { parts: (Count & { at: number })[]; worst: (Count & { action: string })[] } {
  const counts = gathered(counters)
  const parts = Math.ceil(operatingLimits.shown / operatingLimits.bucket)
  const last = Number(bucketAt(now))
  const byBucket = new Map(counters.map((counter) => [Number(counter._id), total(gathered([counter]))]))
  return {
    ...total(counts),
    parts: Array.from({ length: parts }, (_, index) => {
      const at = last - (parts - 1 - index) * operatingLimits.bucket
      return { at, ...(byBucket.get(at) ?? noCount) }
    }),
    worst: [...counts]
      .map(([action, count]) => ({ action, ...count }))
      .filter(({ internal, slow }) => internal + slow > 0)
      .sort((a, b) => b.internal - a.internal || b.slow - a.slow || (a.action < b.action ? -1 : 1))
      .slice(0, operatingLimits.worst),
  }
}

/** Incidents that are shown: those that go on, then those of the last day, the newest first. */
export function shownIncidents(
  incidents: readonly Incident[],
  now: number,
): { kind: Incident['of']; openedAt: number; closedAt: number | null; count: number }[] {
  return incidents
    .filter(({ closedAt }) => closedAt === null || now - closedAt < operatingLimits.past)
    .sort((a, b) => (a.closedAt === null ? 0 : 1) - (b.closedAt === null ? 0 : 1) || b.openedAt - a.openedAt)
    .map(({ of, openedAt, closedAt, count }) => ({ kind: of, openedAt, closedAt, count }))
}
