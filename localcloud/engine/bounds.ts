import { after, bracket, bracketOf, encode, invert } from './order.ts'
import { type Document, isObject } from './values.ts'

/** Half-open range of encoded values; a point holds exactly one value. */
export interface Interval {
  low: Buffer
  high: Buffer
  point: boolean
}

/**
 * The values of one field that a filter can match, as disjoint ascending intervals; undefined when the
 * filter does not bound the field. Always a superset: what is inside is tested again unless `isExact`.
 * `many`: some document holds an array there, so two conditions may be met by two elements and must
 * not be intersected.
 */
export function intervalsFor(filter: Document, field: string, many: boolean): Interval[] | undefined {
  let result: Interval[] | undefined
  const combine = (next: Interval[] | undefined) => {
    if (!next) return
    if (!result) result = next
    else if (many) result = narrower(result, next)
    else result = intersect(result, next)
  }
  for (const [key, condition] of Object.entries(filter)) {
    if (key === '$and' && Array.isArray(condition)) {
      for (const part of condition) combine(intervalsFor(part as Document, field, many))
    } else if (key === '$or' && Array.isArray(condition)) {
      combine(unionOf(condition.map((part) => intervalsFor(part as Document, field, many))))
    } else if (key === field) {
      if (isOperators(condition)) {
        for (const [operator, value] of Object.entries(condition)) {
          combine(forOperator(operator, value, condition))
        }
      } else combine(forEquality(condition))
    }
  }
  return result
}

export function isOperators(condition: unknown): condition is Document {
  return isObject(condition) && (Object.keys(condition)[0]?.startsWith('$') ?? false)
}

function forOperator(operator: string, value: unknown, condition: Document): Interval[] | undefined {
  switch (operator) {
    case '$eq':
      return forEquality(value)
    case '$in':
      return Array.isArray(value) ? unionOf(value.map(forEquality)) : undefined
    case '$gt':
    case '$gte':
    case '$lt':
    case '$lte':
      return forComparison(operator, value)
    case '$regex':
      return forPattern(value instanceof RegExp ? value : new RegExp(String(value), optionsOf(condition)))
    case '$elemMatch':
      // One element must meet all of them, so they are intersected whatever else the array holds.
      return isOperators(value) ? intervalsFor({ element: value }, 'element', false) : undefined
    case '$exists':
      return value ? undefined : [point(null)]
    default:
      return undefined
  }
}

const optionsOf = (condition: Document) => String(condition.$options ?? '').replace(/[^imsu]/g, '')

function forEquality(value: unknown): Interval[] | undefined {
  const type = bracketOf(value)
  if (value instanceof RegExp) return unionOf([forPattern(value), [point(value)]])
  if (type === bracket.object || (Array.isArray(value) && !value.every(isScalar))) return [whole(type)]
  return [point(value)]
}

const isScalar = (value: unknown) =>
  ![bracket.object, bracket.array, bracket.pattern].some((type) => type === bracketOf(value))

function forComparison(operator: string, value: unknown): Interval[] | undefined {
  if (!isScalar(value) || value === null || value === undefined) return undefined
  const bytes = encode(value)
  const { low, high } = whole(bracketOf(value))
  switch (operator) {
    case '$gt':
      return [{ low: after(bytes), high, point: false }]
    case '$gte':
      return [{ low: bytes, high, point: false }]
    case '$lt':
      return [{ low, high: bytes, point: false }]
    default:
      return [{ low, high: after(bytes), point: false }]
  }
}

/** `/^abc/` is a range of texts; any other pattern may match any text. */
function forPattern(pattern: RegExp): Interval[] {
  const start = /^\^([\p{L}\p{N} _\-:/,]+)/u.exec(pattern.source)?.[1]
  const rest = start === undefined ? '' : pattern.source.slice(1 + start.length)
  if (
    start === undefined ||
    /[imu]/.test(pattern.flags) ||
    /^[*?{+]/.test(rest) ||
    /\|/.test(pattern.source)
  ) {
    return [whole(bracket.text)]
  }
  const bytes = encode(start)
  const prefix = bytes.subarray(0, bytes.length - 1)
  return [{ low: prefix, high: after(prefix), point: false }]
}

const point = (value: unknown): Interval => {
  const low = encode(value)
  return { low, high: after(low), point: true }
}

const whole = (type: number): Interval => ({
  low: Buffer.from([type]),
  high: Buffer.from([type + 1]),
  point: false,
})

function narrower(a: Interval[], b: Interval[]): Interval[] {
  const points = (intervals: Interval[]) => intervals.every(({ point }) => point)
  if (points(a) !== points(b)) return points(a) ? a : b
  return points(a) && b.length < a.length ? b : a
}

function intersect(a: Interval[], b: Interval[]): Interval[] {
  const result: Interval[] = []
  for (const x of a) {
    for (const y of b) {
      const low = Buffer.compare(x.low, y.low) >= 0 ? x.low : y.low
      const high = Buffer.compare(x.high, y.high) <= 0 ? x.high : y.high
      if (Buffer.compare(low, high) < 0) result.push({ low, high, point: x.point || y.point })
    }
  }
  return result.sort((x, y) => Buffer.compare(x.low, y.low))
}

function unionOf(parts: (Interval[] | undefined)[]): Interval[] | undefined {
  const all: Interval[] = []
  for (const part of parts) {
    if (!part) return undefined
    all.push(...part)
  }
  all.sort((x, y) => Buffer.compare(x.low, y.low))
  const merged: Interval[] = []
  for (const next of all) {
    const last = merged.at(-1)
    if (!last || Buffer.compare(next.low, last.high) >= 0) merged.push({ ...next })
    else if (Buffer.compare(next.high, last.high) > 0) {
      last.high = next.high
      last.point = false
    }
  }
  return merged
}

/** The interval as it lies in a descending index. */
export function descending(intervals: Interval[]): Interval[] {
  return intervals
    .map(({ low, high, point }) => {
      const turned = invert(low)
      return { low: point ? turned : after(invert(high)), high: after(turned), point }
    })
    .reverse()
}

/** True when bounds on `fields` say all that the filter says, so that matches need no second test. */
export function isExact(filter: Document, fields: Set<string>): boolean {
  return Object.entries(filter).every(([key, condition]) => {
    if (key === '$and') return Array.isArray(condition) && condition.every((part) => isExact(part, fields))
    if (!fields.has(key)) return false
    if (!isOperators(condition)) return isScalar(condition)
    return Object.entries(condition).every(([operator, value]) => {
      if (operator === '$in') return Array.isArray(value) && value.every(isScalar)
      if (operator === '$eq') return isScalar(value)
      return ['$gt', '$gte', '$lt', '$lte'].includes(operator) && value !== null && isScalar(value)
    })
  })
}
