import { bucketAt, type Count, type Counter, type Counts, fieldOf } from '../../domain/operating/counting.ts'
import { operatingLimits } from '../../domain/operating/limits.ts'
import { collection, command } from './collection.ts'

/** How often actions were called, failed and were slow: one document for some minutes. */
export const counters = collection<Counter>('counters')

/** Adds to what has been counted in these minutes: one request, and two more for the first of them. */
export async function addCounts(counts: Counts, now: number): Promise<void> {
  const _id = bucketAt(now)
  const names: readonly (keyof Count)[] = ['calls', 'internal', 'slow']
  const increments = Object.fromEntries(
    [...counts].flatMap(([action, count]) =>
      names
        .filter((name) => count[name] > 0)
        .map((name) => [`counts.${fieldOf(action)}.${name}`, command.inc(count[name])]),
    ),
  )
  if ((await counters.update({ _id }, increments)) > 0) return
  const first = Object.fromEntries([...counts].map(([action, count]) => [fieldOf(action), count]))
  // Somebody else was first.
  if (!(await counters.add({ _id, counts: first }))) await counters.update({ _id }, increments)
}

/** What was counted since a moment, oldest first. */
export function countersSince(since: number): Promise<Counter[]> {
  return counters.find({
    where: { _id: command.gte(bucketAt(since)) },
    sort: [['_id', 'asc']],
    limit: Math.ceil(operatingLimits.kept / operatingLimits.bucket) + 1,
  })
}

/** Forgets what was counted before a moment. */
export const forgetCounts = (before: number): Promise<number> =>
  counters.removeAll({ _id: command.lt(bucketAt(before)) })
