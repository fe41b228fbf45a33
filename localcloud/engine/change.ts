import { matcher } from './filter.ts'
import { encode } from './order.ts'
import { sortBytes } from './paths.ts'
import { erase, type Place, placesOf, read, write } from './places.ts'
import { BadValue, type Document, fieldOf, isObject } from './values.ts'

/**
 * Applies MongoDB's update operators to one document, in place.
 * Refuses what MongoDB refuses: arithmetic on text, array operators on what is no array, a path through
 * a scalar or null, two operators on one path, changing `_id`.
 * Source: MongoDB manual, "Update Operators".
 */
export function applyChange(document: Document, change: Document, filter: Document, inserting = false): void {
  checkPaths(change)
  for (const [operator, fields] of Object.entries(change)) {
    if (operator === '$setOnInsert' && !inserting) continue
    const apply = fieldOf(operators, operator)
    if (!apply) throw new BadValue(`Unknown modifier: ${operator}`)
    if (!isObject(fields))
      throw new BadValue(`Modifiers operate on fields but we found another type for ${operator}`)
    for (const [path, operand] of Object.entries(fields)) {
      const create = !['$unset', '$pull', '$pullAll', '$pop', '$rename'].includes(operator)
      for (const place of placesOf(document, path, filter, create)) apply(place, operand, document)
    }
  }
}

type Operator = (place: Place, operand: unknown, document: Document) => void

function checkPaths(change: Document): void {
  const paths: string[] = []
  for (const [operator, fields] of Object.entries(change)) {
    if (!isObject(fields)) continue
    paths.push(...Object.keys(fields))
    if (operator === '$rename') paths.push(...Object.values(fields).map(String))
  }
  for (const path of paths) {
    if (path === '_id' || path.startsWith('_id.')) {
      throw new BadValue(`Performing an update on the path '${path}' would modify the immutable field '_id'`)
    }
    if (path.split('.').some((step) => step === '' || step === '__proto__')) {
      throw new BadValue(`The update path '${path}' contains an empty or forbidden field name`)
    }
  }
  paths.sort()
  for (let i = 1; i < paths.length; i++) {
    const before = paths[i - 1] ?? ''
    if (paths[i] === before || paths[i]?.startsWith(`${before}.`)) {
      throw new BadValue(`Updating the path '${paths[i]}' would create a conflict at '${before}'`)
    }
  }
}

function numeric(name: string, combine: (old: number, operand: number) => number, absent: number): Operator {
  return (place, operand) => {
    if (typeof operand !== 'number')
      throw new BadValue(`Cannot ${name} with non-numeric argument: ${place.path}`)
    const old = read(place)
    if (old !== undefined && typeof old !== 'number') {
      throw new BadValue(`Cannot apply $${name} to a value of non-numeric type: ${place.path}`)
    }
    write(place, combine(old ?? absent, operand))
  }
}

function arrayAt(place: Place, operator: string): unknown[] | undefined {
  const value = read(place)
  if (value === undefined) return undefined
  if (!Array.isArray(value)) {
    throw new BadValue(`The field '${place.path}' must be an array but is of another type (${operator})`)
  }
  return value
}

const same = (a: unknown, b: unknown) => encode(a).equals(encode(b))

const each = (operand: unknown): unknown[] =>
  isObject(operand) && Array.isArray(operand.$each) ? operand.$each : [operand]

function push(place: Place, operand: unknown): void {
  const array = [...(arrayAt(place, '$push') ?? [])]
  const settings: Document = isObject(operand) && '$each' in operand ? operand : {}
  if ('$each' in settings && !Array.isArray(settings.$each))
    throw new BadValue('The argument to $each must be an array')
  const position = typeof settings.$position === 'number' ? settings.$position : array.length
  array.splice(position, 0, ...each(operand))
  write(place, sliced(sorted(array, settings.$sort), settings.$slice))
}

function sorted(array: unknown[], sort: unknown): unknown[] {
  if (sort === undefined) return array
  const keys =
    typeof sort === 'number'
      ? [{ field: 'v', direction: sort < 0 ? (-1 as const) : (1 as const) }]
      : Object.entries(sort as Document).map(([field, direction]) => ({
          field: `v.${field}`,
          direction: Number(direction) < 0 ? (-1 as const) : (1 as const),
        }))
  return array
    .map((value) => ({ value, bytes: sortBytes({ v: value }, keys) }))
    .sort((a, b) => Buffer.compare(a.bytes, b.bytes))
    .map(({ value }) => value)
}

function sliced(array: unknown[], slice: unknown): unknown[] {
  if (typeof slice !== 'number') return array
  return slice < 0 ? array.slice(slice) : array.slice(0, slice)
}

function pulls(operand: unknown): (element: unknown) => boolean {
  if (operand instanceof RegExp) return (element) => matcher({ v: operand })({ v: element })
  if (!isObject(operand)) return (element) => same(element, operand)
  if (Object.keys(operand)[0]?.startsWith('$')) {
    const matches = matcher({ v: operand })
    return (element) => matches({ v: element })
  }
  const matches = matcher(operand)
  return (element) => isObject(element) && matches(element)
}

function keepIn(place: Place, operator: string, keep: (element: unknown) => boolean): void {
  const array = arrayAt(place, operator)
  if (array?.some((element) => !keep(element))) write(place, array.filter(keep))
}

const operators: Record<string, Operator> = {
  $set: (place, operand) => write(place, operand),
  $setOnInsert: (place, operand) => write(place, operand),
  $unset: (place) => erase(place),
  $inc: numeric('inc', (old, operand) => old + operand, 0),
  $mul: numeric('mul', (old, operand) => old * operand, 0),
  $min: (place, operand) => {
    const old = read(place)
    if (old === undefined || Buffer.compare(encode(operand), encode(old)) < 0) write(place, operand)
  },
  $max: (place, operand) => {
    const old = read(place)
    if (old === undefined || Buffer.compare(encode(operand), encode(old)) > 0) write(place, operand)
  },
  $bit: (place, operand) => {
    const old = read(place) ?? 0
    if (typeof old !== 'number' || !isObject(operand))
      throw new BadValue(`Cannot apply $bit to ${place.path}`)
    let value = old
    if (typeof operand.and === 'number') value &= operand.and
    if (typeof operand.or === 'number') value |= operand.or
    if (typeof operand.xor === 'number') value ^= operand.xor
    write(place, value)
  },
  $currentDate: (place) => write(place, new Date()),
  $rename: (place, operand, document) => {
    if (typeof operand !== 'string') throw new BadValue('The $rename target must be a string')
    const value = read(place)
    if (value === undefined) return
    erase(place)
    for (const target of placesOf(document, operand, {}, true)) write(target, value)
  },
  $push: push,
  $addToSet: (place, operand) => {
    const array = [...(arrayAt(place, '$addToSet') ?? [])]
    for (const value of each(operand)) if (!array.some((element) => same(element, value))) array.push(value)
    write(place, array)
  },
  $pop: (place, operand) => {
    const array = arrayAt(place, '$pop')
    if (array?.length) write(place, operand === -1 ? array.slice(1) : array.slice(0, -1))
  },
  $pull: (place, operand) => {
    const matches = pulls(operand)
    keepIn(place, '$pull', (element) => !matches(element))
  },
  $pullAll: (place, operand) => {
    if (!Array.isArray(operand)) throw new BadValue('$pullAll requires an array argument')
    keepIn(place, '$pullAll', (element) => !operand.some((value) => same(element, value)))
  },
}

/** The document that an upsert begins with: the equalities of its filter. */
export function startFrom(filter: Document): Document {
  const document: Document = {}
  for (const [key, condition] of Object.entries(filter)) {
    if (key === '$and' && Array.isArray(condition))
      for (const part of condition) Object.assign(document, startFrom(part))
    if (key.startsWith('$')) continue
    const operatorValue = isObject(condition) && Object.keys(condition)[0]?.startsWith('$')
    const value = operatorValue ? (condition as Document).$eq : condition
    if (value === undefined || value instanceof RegExp) continue
    for (const place of placesOf(document, key, {}, true)) write(place, value)
  }
  return document
}
