import { descending, type Interval, intervalsFor, isExact } from './bounds.ts'
import type { Index } from './engine.ts'
import type { SortKey } from './paths.ts'
import type { Document } from './values.ts'

/** An index as the planner sees it; `many` names the fields where some document holds an array. */
export interface PlannedIndex extends Index {
  many: Set<string>
}

/** Keys of an index between `low` and `high`; `marks[i]` is where the i-th fixed field ends. */
export interface KeyRange {
  low: Buffer
  high: Buffer
  marks: number[]
}

export interface Plan<I extends PlannedIndex> {
  index: I
  ranges: KeyRange[]
  /** Number of leading fields with fixed values, and whether a range follows them. */
  fixed: number
  ranged: boolean
  /** Whether documents come in the order asked for: read the ranges backwards? merge by the bytes behind field n? */
  order?: { backwards: boolean; groupedBy: number }
  exact: boolean
}

/** More key ranges than this are one range tested document by document. */
const MOST_RANGES = 200

/** How an index would answer a query; undefined when it is of no help. */
export function planWith<I extends PlannedIndex>(
  index: I,
  filter: Document,
  sort: SortKey[],
): Plan<I> | undefined {
  let ranges: KeyRange[] = [{ low: Buffer.alloc(0), high: Buffer.alloc(0), marks: [] }]
  let fixed = 0
  let ranged = false
  let manyBounded = false
  const single = new Set<string>()
  const bounded = new Set<string>()
  for (const { field, direction } of index.keys) {
    const many = index.many.has(field)
    if (many && manyBounded) break
    const found = intervalsFor(filter, field, many)
    if (!found) break
    manyBounded ||= many
    bounded.add(field)
    const intervals = direction === 1 ? found : descending(found)
    const points = intervals.every(({ point }) => point)
    if (ranges.length * intervals.length > MOST_RANGES) {
      bounded.delete(field)
      break
    }
    ranges = ranges.flatMap((range) => intervals.map((interval) => extend(range, interval, points)))
    if (!points) {
      ranged = true
      break
    }
    fixed++
    if (intervals.length === 1 && !many) single.add(field)
  }
  const order = orderOf(index, sort, fixed, single)
  if (bounded.size === 0 && (!order || sort.length === 0)) return undefined
  if (bounded.size === 0) ranges = [{ low: Buffer.alloc(0), high: Buffer.alloc(64, 0xff), marks: [] }]
  return { index, ranges, fixed, ranged, order, exact: !manyBounded && isExact(filter, bounded) }
}

function extend(range: KeyRange, interval: Interval, point: boolean): KeyRange {
  const low = Buffer.concat([range.low, interval.low])
  const high = Buffer.concat([range.low, interval.high])
  return { low, high, marks: point ? [...range.marks, low.length] : range.marks }
}

/** Sort keys must be the index's fields behind some of the fixed ones, all in the same or all in the other direction. */
function orderOf(
  index: PlannedIndex,
  sort: SortKey[],
  fixed: number,
  single: Set<string>,
): Plan<never>['order'] {
  const wanted = sort.filter(({ field }) => !single.has(field))
  if (wanted.length === 0) return { backwards: false, groupedBy: 0 }
  for (let start = 0; start <= fixed; start++) {
    const keys = index.keys.slice(start).filter(({ field }) => !single.has(field))
    const turns = wanted.map((want, i) => {
      const key = keys[i]
      return key && key.field === want.field && !index.many.has(key.field)
        ? want.direction * key.direction
        : 0
    })
    const turn = turns[0]
    if (turn && turns.every((other) => other === turn)) return { backwards: turn === -1, groupedBy: start }
  }
  return undefined
}

/**
 * The cheapest of several plans when `wanted` documents are asked for. Sizes are asked for only when
 * there is a choice; `size` counts keys in the ranges and may stop counting at a limit.
 */
export function choose<I extends PlannedIndex>(
  plans: Plan<I>[],
  wanted: number,
  size: (plan: Plan<I>) => number,
): Plan<I> | undefined {
  const useful = plans.filter((plan) => plan.fixed > 0 || plan.ranged)
  const candidates = useful.length > 0 ? useful : plans
  if (candidates.length < 2) return candidates[0]
  const unique = candidates.find((plan) => plan.index.unique && plan.fixed === plan.index.keys.length)
  if (unique) return unique
  let best: { plan: Plan<I>; cost: number } | undefined
  for (const plan of candidates) {
    const found = size(plan)
    const keys = plan.order && plan.exact ? Math.min(found, wanted) : found
    const cost = keys * (plan.order ? 1 : 1.5) - plan.fixed * 0.01
    if (!best || cost < best.cost) best = { plan, cost }
  }
  return best?.plan
}
