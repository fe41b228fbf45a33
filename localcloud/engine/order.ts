import { Binary, Decimal128, Long, MaxKey, MinKey, ObjectId, Timestamp } from 'bson'
import { isObject } from './values.ts'

/**
 * Values as bytes whose order (memcmp) is MongoDB's order of values: null, numbers, text, objects,
 * arrays, binary, ids, booleans, dates, timestamps, patterns. The index and the sort in memory use
 * the same bytes, so they can't disagree. Each encoding ends itself, so bytes of several fields can
 * be put one behind the other.
 * Source: MongoDB manual, "Comparison/Sort Order".
 */
export const bracket = {
  minKey: 0x05,
  null: 0x10,
  number: 0x20,
  text: 0x30,
  object: 0x40,
  array: 0x45,
  binary: 0x50,
  objectId: 0x60,
  boolean: 0x70,
  date: 0x80,
  timestamp: 0x85,
  pattern: 0x90,
  maxKey: 0xf0,
} as const

/** Which type bracket a value belongs to: `{$gt: 5}` only ever sees numbers. */
export function bracketOf(value: unknown): number {
  switch (typeof value) {
    case 'number':
    case 'bigint':
      return bracket.number
    case 'string':
      return bracket.text
    case 'boolean':
      return bracket.boolean
    case 'undefined':
      return bracket.null
  }
  if (value === null) return bracket.null
  if (Array.isArray(value)) return bracket.array
  if (value instanceof Date) return bracket.date
  if (value instanceof RegExp) return bracket.pattern
  if (value instanceof ObjectId) return bracket.objectId
  if (value instanceof Binary) return bracket.binary
  if (value instanceof Decimal128 || value instanceof Long) {
    return value instanceof Timestamp ? bracket.timestamp : bracket.number
  }
  if (value instanceof MinKey) return bracket.minKey
  if (value instanceof MaxKey) return bracket.maxKey
  return bracket.object
}

/** Order-preserving bytes of one value. */
export function encode(value: unknown): Buffer {
  const type = bracketOf(value)
  switch (type) {
    case bracket.number:
      return encodeNumber(Number(value instanceof Decimal128 ? value.toString() : value))
    case bracket.text:
      return encodeText(type, String(value))
    case bracket.boolean:
      return Buffer.from([type, value ? 1 : 0])
    case bracket.date:
      return encodeMoment(value as Date)
    case bracket.array:
      return Buffer.concat([Buffer.from([type]), ...(value as unknown[]).map(encode), end])
    case bracket.object:
      return encodeObject(value)
    case bracket.objectId:
      return Buffer.concat([Buffer.from([type]), (value as ObjectId).id])
    case bracket.binary:
      return encodeBinary(value as Binary)
    case bracket.timestamp:
      return Buffer.concat([Buffer.from([type]), bigEndian((value as Timestamp).toBigInt())])
    case bracket.pattern:
      return Buffer.concat([
        encodeText(type, (value as RegExp).source),
        encodeText(bracket.text, (value as RegExp).flags),
      ])
    default:
      return Buffer.from([type])
  }
}

const end = Buffer.from([0])

function encodeNumber(value: number): Buffer {
  const bytes = Buffer.alloc(9)
  bytes[0] = bracket.number
  if (Number.isNaN(value)) return bytes
  bytes.writeDoubleBE(value === 0 ? 0 : value, 1)
  const first = bytes[1] ?? 0
  if (first & 0x80) for (let i = 1; i < 9; i++) bytes[i] = ~(bytes[i] ?? 0) & 0xff
  else bytes[1] = first | 0x80
  return bytes
}

function hasLowByte(bytes: Buffer): boolean {
  for (let i = 0; i < bytes.length; i++) if ((bytes[i] ?? 0) < 2) return true
  return false
}

/** Ends with a zero byte; zeros and ones within are escaped, so that no text is the beginning of another. */
function encodeText(type: number, text: string): Buffer {
  const raw = Buffer.from(text, 'utf8')
  if (!hasLowByte(raw)) {
    const bytes = Buffer.allocUnsafe(raw.length + 2)
    bytes[0] = type
    raw.copy(bytes, 1)
    bytes[raw.length + 1] = 0
    return bytes
  }
  return Buffer.from([type, ...[...raw].flatMap((byte) => (byte > 1 ? [byte] : [1, byte + 1])), 0])
}

function encodeMoment(value: Date): Buffer {
  const time = value.getTime()
  return Buffer.concat([
    Buffer.from([bracket.date]),
    bigEndian((Number.isNaN(time) ? 0n : BigInt(time)) + (1n << 63n)),
  ])
}

function encodeObject(value: unknown): Buffer {
  const parts: Buffer[] = [Buffer.from([bracket.object])]
  const fields = isObject(value) ? value : {}
  for (const key of Object.keys(fields)) {
    const inner = encode(fields[key])
    parts.push(inner.subarray(0, 1), encodeText(bracket.text, key), inner)
  }
  return Buffer.concat([...parts, end])
}

function encodeBinary(value: Binary): Buffer {
  const head = Buffer.alloc(6)
  head[0] = bracket.binary
  head.writeUInt32BE(value.length(), 1)
  head[5] = value.sub_type
  return Buffer.concat([head, value.value()])
}

function bigEndian(value: bigint): Buffer {
  const bytes = Buffer.alloc(8)
  bytes.writeBigUInt64BE(BigInt.asUintN(64, value))
  return bytes
}

/** The same bytes in descending order. */
export function invert(bytes: Buffer): Buffer {
  const inverted = Buffer.allocUnsafe(bytes.length)
  for (let i = 0; i < bytes.length; i++) inverted[i] = ~(bytes[i] ?? 0) & 0xff
  return inverted
}

/** The first bytes behind everything that begins with `prefix`. */
export function after(prefix: Buffer): Buffer {
  let length = prefix.length
  while (length > 0 && prefix[length - 1] === 0xff) length--
  if (length === 0) return Buffer.alloc(4096, 0xff)
  const next = Buffer.from(prefix.subarray(0, length))
  next[length - 1] = (next[length - 1] ?? 0) + 1
  return next
}
