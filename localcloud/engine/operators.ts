import { Query } from 'mingo'
import type { Options } from 'mingo/types'
import { resolve } from 'mingo/util'
import { encode } from './order.ts'
import { type Document, isObject } from './values.ts'

type Test = (document: Document) => boolean
type Operator = (path: string, operand: unknown, options: Options) => Test

const at = (document: Document, path: string): unknown => resolve(document, path, { unwrapArray: true })

/** mingo 7.2.7 lets scalars match a criterion on fields; MongoDB looks into documents and arrays only. */
const $elemMatch: Operator = (path, operand, options) => {
  const criteria = operand as Document
  const onValues = Object.keys(criteria).every(
    (key) => key.startsWith('$') && !['$and', '$or', '$nor'].includes(key),
  )
  const query = new Query<Document>(onValues ? { value: criteria } : criteria, options)
  const test = (element: unknown) =>
    onValues
      ? query.test({ value: element })
      : (isObject(element) || Array.isArray(element)) && query.test(element as Document)
  return (document) => {
    const value = at(document, path)
    return Array.isArray(value) && value.some(test)
  }
}

/** mingo 7.2.7 answers false for a field that holds no array. */
const $all: Operator = (path, operand, options) => {
  const wanted = operand as unknown[]
  const tests = wanted.map((value) =>
    isObject(value) && '$elemMatch' in value
      ? $elemMatch(path, value.$elemMatch, options)
      : (document: Document) => new Query<Document>({ [path]: value }, options).test(document),
  )
  return (document) => tests.length > 0 && tests.every((test) => test(document))
}

const typeNames: Record<string, number[]> = {
  double: [1],
  string: [2],
  object: [3],
  array: [4],
  objectId: [7],
  bool: [8],
  date: [9],
  null: [10],
  regex: [11],
  int: [16],
  long: [18],
  number: [1, 16, 18],
}

/** Tests elements too, as MongoDB does; a whole number counts as int, long and double alike. */
const $type: Operator = (path, operand) => {
  const wanted = (Array.isArray(operand) ? operand : [operand]).flatMap((type) =>
    typeof type === 'number' ? [type] : (typeNames[String(type)] ?? []),
  )
  const isOf = (value: unknown) => codesOf(value).some((code) => wanted.includes(code))
  return (document) => {
    const value = at(document, path)
    return isOf(value) || (Array.isArray(value) && value.some(isOf))
  }
}

function codesOf(value: unknown): number[] {
  if (value === undefined) return []
  if (value === null) return [10]
  if (typeof value === 'number') return Number.isInteger(value) ? [1, 16, 18] : [1]
  if (typeof value === 'string') return [2]
  if (typeof value === 'boolean') return [8]
  if (Array.isArray(value)) return [4]
  const code = ({ 128: 9, 144: 11, 96: 7, 64: 3 } as Record<number, number>)[encode(value)[0] ?? 0]
  return code === undefined ? [] : [code]
}

export const queryOperators = { $elemMatch, $all, $type }
