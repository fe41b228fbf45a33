import { Query } from 'mingo/query'
import type { Options } from 'mingo/types'
import { intersects, isNear, isWithin } from './geo.ts'
import { bracket, bracketOf, encode } from './order.ts'
import { leavesAt } from './paths.ts'
import { BadValue, type Document, fieldOf, isObject } from './values.ts'

type Test = (document: Document) => boolean
type Operator = (path: string, operand: unknown, options: Options) => Test

/**
 * The query operators on fields. mingo 7.2.7 takes the values that a path finds in an array of documents
 * for one array, matches scalars in $elemMatch and no scalar in $all; MongoDB does not, and an index
 * couldn't follow. What joins conditions ($and, $or, $not, $expr …) is mingo's.
 */
const onLeaves =
  (test: (leaf: unknown) => boolean) =>
  (path: string): Test => {
    const steps = path.split('.')
    return (document) => leavesAt(document, steps).some(test)
  }

/** Tests a value, and when it is an array its elements too. */
const onElements = (test: (value: unknown) => boolean) =>
  onLeaves((leaf) => test(leaf) || (Array.isArray(leaf) && leaf.some(test)))

const negated =
  (operator: Operator): Operator =>
  (path, operand, options) => {
    const test = operator(path, operand, options)
    return (document) => !test(document)
  }

export function equals(wanted: unknown): (value: unknown) => boolean {
  if (wanted === null || wanted === undefined) return (value) => value === null || value === undefined
  if (wanted instanceof RegExp) {
    const bytes = encode(wanted)
    return (value) => (typeof value === 'string' ? matches(wanted, value) : encode(value).equals(bytes))
  }
  if (typeof wanted !== 'object') return (value) => value === wanted
  const bytes = encode(wanted)
  return (value) => typeof value === 'object' && value !== null && encode(value).equals(bytes)
}

function matches(pattern: RegExp, text: string): boolean {
  pattern.lastIndex = 0
  return pattern.test(text)
}

const comparison =
  (holds: (order: number) => boolean): Operator =>
  (path, operand) => {
    const type = bracketOf(operand)
    if (type === bracket.null) return onElements((value) => holds(0) && bracketOf(value) === type)(path)
    const bytes = encode(operand)
    const numeric = typeof operand === 'number' && !Number.isNaN(operand)
    return onElements((value) => {
      if (numeric && typeof value === 'number' && !Number.isNaN(value)) return holds(value - operand)
      return value !== undefined && bracketOf(value) === type && holds(Buffer.compare(encode(value), bytes))
    })(path)
  }

const $eq: Operator = (path, operand) => onElements(equals(operand))(path)

const $in: Operator = (path, operand) => {
  if (!Array.isArray(operand)) throw new BadValue('$in needs an array')
  const plain = new Set<unknown>(
    operand.filter((value) => typeof value === 'string' || typeof value === 'number'),
  )
  const tests = operand.filter((value) => !plain.has(value)).map(equals)
  return onElements((value) => plain.has(value) || tests.some((test) => test(value)))(path)
}

const $elemMatch: Operator = (path, operand, options) => {
  if (!isObject(operand)) throw new BadValue('$elemMatch needs an object')
  const onValues = Object.keys(operand).every(
    (key) => key.startsWith('$') && !['$and', '$or', '$nor'].includes(key),
  )
  const query = new Query<Document>(onValues ? { value: operand } : operand, options)
  const test = (element: unknown) =>
    onValues
      ? query.test({ value: element })
      : (isObject(element) || Array.isArray(element)) && query.test(element as Document)
  return onLeaves((leaf) => Array.isArray(leaf) && leaf.some(test))(path)
}

const $all: Operator = (path, operand, options) => {
  if (!Array.isArray(operand)) throw new BadValue('$all needs an array')
  const tests = operand.map((value) =>
    isObject(value) && '$elemMatch' in value
      ? $elemMatch(path, value.$elemMatch, options)
      : $eq(path, value, options),
  )
  return (document) => tests.length > 0 && tests.every((test) => test(document))
}

const $mod: Operator = (path, operand) => {
  const [divisor, remainder] = Array.isArray(operand)
    ? operand.map((number) => Math.trunc(Number(number)))
    : []
  if (!divisor || remainder === undefined)
    throw new BadValue('$mod needs a divisor other than 0 and a remainder')
  return onElements((value) => typeof value === 'number' && Math.trunc(value) % divisor === remainder)(path)
}

const $regex: Operator = (path, operand) => {
  const pattern = operand instanceof RegExp ? operand : new RegExp(String(operand))
  return onElements((value) => typeof value === 'string' && matches(pattern, value))(path)
}

const typeNames: Record<string, number[]> = {
  double: [1],
  string: [2],
  object: [3],
  array: [4],
  binData: [5],
  objectId: [7],
  bool: [8],
  date: [9],
  null: [10],
  regex: [11],
  int: [16],
  timestamp: [17],
  long: [18],
  decimal: [19],
  number: [1, 16, 18, 19],
}

/** A whole number counts as int, long and double alike, because JavaScript can't tell them apart. */
const $type: Operator = (path, operand) => {
  const wanted = (Array.isArray(operand) ? operand : [operand]).flatMap((type) => {
    const codes = typeof type === 'number' ? [type] : fieldOf(typeNames, String(type))
    if (!codes) throw new BadValue(`Unknown type name alias: ${type}`)
    return codes
  })
  return onElements((value) => codesOf(value).some((code) => wanted.includes(code)))(path)
}

const codes: Record<number, number[]> = {
  [bracket.null]: [10],
  [bracket.text]: [2],
  [bracket.object]: [3],
  [bracket.array]: [4],
  [bracket.binary]: [5],
  [bracket.objectId]: [7],
  [bracket.boolean]: [8],
  [bracket.date]: [9],
  [bracket.timestamp]: [17],
  [bracket.pattern]: [11],
}

function codesOf(value: unknown): number[] {
  if (value === undefined) return []
  if (typeof value === 'number') return Number.isInteger(value) ? [1, 16, 18] : [1]
  return codes[bracketOf(value)] ?? [19]
}

const geo =
  (test: (value: unknown, operand: Document) => boolean): Operator =>
  (path, operand) =>
    onLeaves((leaf) => test(leaf, operand as Document))(path)

export const queryOperators: Record<string, Operator> = {
  $eq,
  $ne: negated($eq),
  $in,
  $nin: negated($in),
  $gt: comparison((order) => order > 0),
  $gte: comparison((order) => order >= 0),
  $lt: comparison((order) => order < 0),
  $lte: comparison((order) => order <= 0),
  $exists: (path, operand) => {
    const there = onLeaves((leaf) => leaf !== undefined)(path)
    return operand ? there : (document) => !there(document)
  },
  $size: (path, operand) => onLeaves((leaf) => Array.isArray(leaf) && leaf.length === operand)(path),
  $elemMatch,
  $all,
  $mod,
  $regex,
  $type,
  $near: geo(isNear),
  $nearSphere: geo(isNear),
  $geoWithin: geo(isWithin),
  $geoIntersects: geo(intersects),
}
