import { Decimal128, ObjectId } from 'bson'
import { encode } from './order.ts'
import { BadValue, type Document, isObject } from './values.ts'

type Test = (value: unknown) => boolean
type Keyword = (operand: unknown, schema: Document) => Test

/**
 * Compiles a `$jsonSchema`: draft 4 as MongoDB understands it, with `bsonType` and without `$ref`, `default`,
 * `definitions`, `format` and `id`, which it refuses.
 * Source: MongoDB manual, "$jsonSchema".
 */
export function compileSchema(schema: unknown): Test {
  if (!isObject(schema)) throw new BadValue('$jsonSchema must be an object')
  const tests = Object.entries(schema).flatMap(([name, operand]) => {
    if (name === 'title' || name === 'description' || name.startsWith('exclusive')) return []
    const keyword = keywords[name]
    if (!keyword) throw new BadValue(`$jsonSchema keyword '${name}' is not currently supported`)
    return [keyword(operand, schema)]
  })
  return (value) => tests.every((test) => test(value))
}

const list = (operand: unknown) => operand as unknown[]
const forNumber =
  (test: (value: number) => boolean): Test =>
  (value) =>
    typeof value !== 'number' || test(value)
const forText =
  (test: (value: string) => boolean): Test =>
  (value) =>
    typeof value !== 'string' || test(value)
const forArray =
  (test: (value: unknown[]) => boolean): Test =>
  (value) =>
    !Array.isArray(value) || test(value)
const forObject =
  (test: (value: Document) => boolean): Test =>
  (value) =>
    !isObject(value) || test(value)
const textOf = (value: unknown) => encode(value).toString('latin1')

const types: Record<string, Test> = {
  object: isObject,
  array: Array.isArray,
  string: (value) => typeof value === 'string',
  bool: (value) => typeof value === 'boolean',
  boolean: (value) => typeof value === 'boolean',
  number: (value) => typeof value === 'number' || value instanceof Decimal128,
  double: (value) => typeof value === 'number',
  int: (value) => Number.isInteger(value),
  long: (value) => Number.isInteger(value),
  decimal: (value) => value instanceof Decimal128,
  null: (value) => value === null,
  date: (value) => value instanceof Date,
  objectId: (value) => value instanceof ObjectId,
  regex: (value) => value instanceof RegExp,
}

const ofType: Keyword = (operand) => {
  const tests = (Array.isArray(operand) ? operand : [operand]).map((name) => {
    const test = types[String(name)]
    if (!test) throw new BadValue(`Unknown type name alias: ${name}`)
    return test
  })
  return (value) => tests.some((test) => test(value))
}

const keywords: Record<string, Keyword> = {
  bsonType: ofType,
  type: ofType,
  enum: (operand) => {
    const allowed = new Set(list(operand).map(textOf))
    return (value) => allowed.has(textOf(value))
  },
  required: (operand) =>
    forObject((value) => list(operand).every((key) => Object.hasOwn(value, String(key)))),
  properties: (operand) => {
    const tests = Object.entries(operand as Document).map(
      ([key, schema]) => [key, compileSchema(schema)] as const,
    )
    return forObject((value) => tests.every(([key, test]) => !Object.hasOwn(value, key) || test(value[key])))
  },
  patternProperties: (operand) => {
    const tests = Object.entries(operand as Document).map(
      ([key, s]) => [new RegExp(key), compileSchema(s)] as const,
    )
    return forObject((value) =>
      Object.entries(value).every(([key, item]) =>
        tests.every(([pattern, test]) => !pattern.test(key) || test(item)),
      ),
    )
  },
  additionalProperties: (operand, { properties, patternProperties }) => {
    const test = typeof operand === 'boolean' ? () => operand : compileSchema(operand)
    const patterns = Object.keys((patternProperties ?? {}) as Document).map((pattern) => new RegExp(pattern))
    const known = (key: string) =>
      Object.hasOwn((properties ?? {}) as Document, key) || patterns.some((pattern) => pattern.test(key))
    return forObject((value) => Object.entries(value).every(([key, item]) => known(key) || test(item)))
  },
  minProperties: (operand) => forObject((value) => Object.keys(value).length >= Number(operand)),
  maxProperties: (operand) => forObject((value) => Object.keys(value).length <= Number(operand)),
  dependencies: (operand) => {
    const tests = Object.entries(operand as Document).map(
      ([key, needed]) => [key, Array.isArray(needed) ? requires(needed) : compileSchema(needed)] as const,
    )
    return forObject((value) => tests.every(([key, test]) => !Object.hasOwn(value, key) || test(value)))
  },
  minimum: (operand, { exclusiveMinimum }) =>
    forNumber((value) => (exclusiveMinimum === true ? value > Number(operand) : value >= Number(operand))),
  maximum: (operand, { exclusiveMaximum }) =>
    forNumber((value) => (exclusiveMaximum === true ? value < Number(operand) : value <= Number(operand))),
  multipleOf: (operand) => forNumber((value) => value % Number(operand) === 0),
  minLength: (operand) => forText((value) => [...value].length >= Number(operand)),
  maxLength: (operand) => forText((value) => [...value].length <= Number(operand)),
  pattern: (operand) => {
    const pattern = new RegExp(String(operand))
    return forText((value) => pattern.test(value))
  },
  items: (operand, { additionalItems }) => {
    if (!Array.isArray(operand)) {
      const test = compileSchema(operand)
      return forArray((value) => value.every(test))
    }
    const tests = operand.map(compileSchema)
    const more = isObject(additionalItems) ? compileSchema(additionalItems) : () => additionalItems !== false
    return forArray((value) => value.every((item, index) => (tests[index] ?? more)(item)))
  },
  additionalItems: () => () => true,
  minItems: (operand) => forArray((value) => value.length >= Number(operand)),
  maxItems: (operand) => forArray((value) => value.length <= Number(operand)),
  uniqueItems: (operand) =>
    forArray((value) => operand !== true || new Set(value.map(textOf)).size === value.length),
  allOf: (operand) => {
    const tests = list(operand).map(compileSchema)
    return (value) => tests.every((test) => test(value))
  },
  anyOf: (operand) => {
    const tests = list(operand).map(compileSchema)
    return (value) => tests.some((test) => test(value))
  },
  oneOf: (operand) => {
    const tests = list(operand).map(compileSchema)
    return (value) => tests.filter((test) => test(value)).length === 1
  },
  not: (operand) => {
    const test = compileSchema(operand)
    return (value) => !test(value)
  },
}

const requires = (keys: unknown[]): Test =>
  forObject((value) => keys.every((key) => Object.hasOwn(value, String(key))))
