import { EJSON } from 'bson'

/** A document as the engine holds it: plain JavaScript values, Date, RegExp and bson classes. */
export type Document = { [field: string]: unknown }

/** What the server clock says when a document carries `db.serverDate()`. */
export interface Clock {
  now: () => Date
}

/** Refused before anything is stored; the wire turns it into DATABASE_REQUEST_FAILED or INVALID_PARAM. */
export class BadValue extends Error {}

/** No text of a document is longer than this (MongoDB's limit). */
export const MOST_BYTES = 16 * 1024 * 1024

const bsonTypes = new Set([
  '$oid',
  '$binary',
  '$uuid',
  '$timestamp',
  '$numberDecimal',
  '$minKey',
  '$maxKey',
  '$symbol',
  '$code',
])

/**
 * Reads one EJSON text (canonical or relaxed) into values.
 * Numbers of every width become JavaScript numbers, as the SDK itself would hand them to a function.
 */
export function parse(text: string, clock?: Clock): unknown {
  const value: unknown = JSON.parse(text)
  return text.includes('"$') || text.includes('__proto__') ? revive(value, clock) : value
}

/** As `parse`, for a text that must be an object. */
export function parseDocument(text: string, clock?: Clock): Document {
  const value = parse(text, clock)
  if (!isObject(value)) throw new BadValue('document must be an object')
  return value
}

export function isObject(value: unknown): value is Document {
  if (typeof value !== 'object' || value === null) return false
  const prototype = Object.getPrototypeOf(value)
  return prototype === Object.prototype || prototype === null
}

/** A field by a name that came from outside; what every object inherits is none. */
export const fieldOf = <T>(fields: Record<string, T>, name: string): T | undefined =>
  Object.hasOwn(fields, name) ? fields[name] : undefined

function revive(value: unknown, clock?: Clock): unknown {
  if (Array.isArray(value)) return value.map((item) => revive(item, clock))
  if (!isObject(value)) return value
  const keys = Object.keys(value)
  const first = keys[0]
  if (first?.startsWith('$')) {
    const typed = reviveTyped(first, keys.length, value, clock)
    if (typed !== undefined) return typed.value
  }
  const result: Document = {}
  for (const key of keys) {
    if (key === '__proto__') throw new BadValue("field name '__proto__' is not allowed")
    result[key] = revive(value[key], clock)
  }
  return result
}

function reviveTyped(
  key: string,
  size: number,
  value: Document,
  clock?: Clock,
): { value: unknown } | undefined {
  const inner = value[key]
  if (size === 1) {
    if (key === '$numberInt' || key === '$numberDouble' || key === '$numberLong')
      return { value: Number(inner) }
    if (key === '$date') return { value: reviveDate(inner) }
    if (key === '$undefined') return { value: null }
    if (key === '$tcb_server_date') return { value: serverDate(inner, clock) }
    if (key === '$regularExpression' && isObject(inner)) {
      return { value: regularExpression(String(inner.pattern), String(inner.options ?? '')) }
    }
  }
  if (bsonTypes.has(key)) return { value: EJSON.deserialize(value) }
  return undefined
}

function reviveDate(inner: unknown): Date {
  if (isObject(inner)) return new Date(Number(inner.$numberLong))
  return new Date(typeof inner === 'number' ? inner : String(inner))
}

function serverDate(inner: unknown, clock?: Clock): Date {
  const offset = isObject(inner) ? revive(inner.offset) : 0
  return new Date((clock ? clock.now().getTime() : Date.now()) + (Number(offset) || 0))
}

/** MongoDB's options i, m, s, u; x (comments) has no equal in JavaScript and is refused by name. */
export function regularExpression(pattern: string, options: string): RegExp {
  if (options.includes('x')) throw new BadValue("regular expression option 'x' is not supported")
  try {
    return new RegExp(pattern, [...options].filter((option) => 'imsu'.includes(option)).join(''))
  } catch (error) {
    throw new BadValue(`Regular expression is invalid: ${(error as Error).message}`)
  }
}

/** Writes values as relaxed EJSON, which the SDK reads back and which is also the stored form. */
export function stringify(value: unknown): string {
  return JSON.stringify(toWire(value))
}

function toWire(value: unknown): unknown {
  switch (typeof value) {
    case 'number':
      return Number.isFinite(value) ? value : { $numberDouble: String(value) }
    case 'object':
      break
    case 'bigint':
      return { $numberLong: String(value) }
    default:
      return value
  }
  if (value === null) return null
  if (Array.isArray(value)) return value.map((item) => (item === undefined ? null : toWire(item)))
  if (value instanceof Date) return { $date: { $numberLong: String(value.getTime()) } }
  if (value instanceof RegExp) {
    return { $regularExpression: { pattern: value.source, options: value.flags.replace(/[gy]/g, '') } }
  }
  if (!isObject(value)) return EJSON.serialize({ value }, { relaxed: false }).value
  const result: Document = {}
  for (const key of Object.keys(value)) if (value[key] !== undefined) result[key] = toWire(value[key])
  return result
}

/**
 * Refuses what MongoDB would not store: fields that begin with `$`.
 * Rule: a stored `$` field could never be told from an operator.
 */
export function checkStorable(document: Document, path = ''): void {
  for (const key of Object.keys(document)) {
    const where = path ? `${path}.${key}` : key
    if (key.startsWith('$')) {
      throw new BadValue(`The dollar ($) prefixed field '${key}' in '${where}' is not valid for storage.`)
    }
    checkValue(document[key], where)
  }
}

function checkValue(value: unknown, where: string): void {
  if (Array.isArray(value)) for (const [index, item] of value.entries()) checkValue(item, `${where}.${index}`)
  else if (isObject(value)) checkStorable(value, where)
}
