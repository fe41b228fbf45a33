import { operatingLimits, slowAbove } from './limits.ts'

/** Calls of one action: all, those that ended as INTERNAL, those that were slow. */
export interface Count {
  calls: number
  internal: number
  slow: number
}

/** By action. */
export type Counts = ReadonlyMap<string, Count>

/** What all instances have counted within some minutes, in one document. */
export interface Counter {
  /** When its minutes begin, as digits: sorts by time. */
  _id: string
  /** By action, with `_` for its dot. */
  counts: Record<string, Count>
}

export const noCount: Count = { calls: 0, internal: 0, slow: 0 }

/** The counts with one more call. */
export function counted(counts: Counts, action: string, outcome: string, milliseconds: number): Counts {
  const one = {
    calls: 1,
    internal: outcome === 'INTERNAL' ? 1 : 0,
    slow: milliseconds > slowAbove(action) ? 1 : 0,
  }
  return new Map(counts).set(action, plus(counts.get(action) ?? noCount, one))
}

/** What is left of counts after some of them have been handed over. */
export function without(counts: Counts, handed: Counts): Counts {
  const left = [...counts].map(([action, { calls, internal, slow }]) => {
    const gone = handed.get(action) ?? noCount
    return [
      action,
      { calls: calls - gone.calls, internal: internal - gone.internal, slow: slow - gone.slow },
    ] as const
  })
  return new Map(left.filter(([, { calls }]) => calls > 0))
}

export const plus = (a: Count, b: Count): Count => ({
  calls: a.calls + b.calls,
  internal: a.internal + b.internal,
  slow: a.slow + b.slow,
})

/** All actions together. */
export const total = (counts: Counts): Count => [...counts.values()].reduce(plus, noCount)

/** The id of the document for a moment. */
export const bucketAt = (at: number): string =>
  String(Math.floor(at / operatingLimits.bucket) * operatingLimits.bucket)

/** An action's field in a counter, and back. */
export const fieldOf = (action: string): string => action.replace('.', '_')
const actionOf = (field: string): string => field.replace('_', '.')

/** What some documents hold together, by action. */
export function gathered(counters: readonly Counter[]): Counts {
  const all = new Map<string, Count>()
  for (const { counts } of counters)
    for (const [field, count] of Object.entries(counts))
      all.set(actionOf(field), plus(all.get(actionOf(field)) ?? noCount, { ...noCount, ...count }))
  return all
}
