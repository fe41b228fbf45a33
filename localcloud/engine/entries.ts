import { EngineError, type Index } from './engine.ts'
import { encode, invert } from './order.ts'
import { valuesAt } from './paths.ts'
import type { Collection } from './tables.ts'
import type { Document } from './values.ts'

/** More entries of one document in one index than this are refused. */
const MOST_ENTRIES = 1000

/** The keys under which an index holds a document: one, or one per element of an array. */
export function keysOf(index: Index, document: Document): Buffer[] {
  let keys: Buffer[] = [Buffer.alloc(0)]
  for (const { field, direction } of index.keys) {
    const { values, many } = valuesAt(document, field)
    const encoded = values.map((value) => (direction === 1 ? encode(value) : invert(encode(value))))
    const parts = many
      ? [...new Map(encoded.map((bytes) => [bytes.toString('latin1'), bytes])).values()]
      : encoded
    if (keys.length * parts.length > MOST_ENTRIES) {
      throw new EngineError('bad request', `too many elements for index ${index.name}`)
    }
    keys = keys.flatMap((key) => parts.map((part) => (key.length === 0 ? part : Buffer.concat([key, part]))))
  }
  return keys
}

/** A key as it is stored: with the place of its document, so that several documents may hold it. */
export function withSeq(key: Buffer, seq: number): Buffer {
  const bytes = Buffer.allocUnsafe(key.length + 8)
  key.copy(bytes)
  bytes.writeBigUInt64BE(BigInt(seq), key.length)
  return bytes
}

/** What MongoDB says of a key that another document holds. */
export function duplicate({ name }: Pick<Collection, 'name'>, index: Index, document: Document): EngineError {
  const key = index.keys
    .map(({ field }) => `${field}: ${JSON.stringify(valuesAt(document, field).values[0] ?? null)}`)
    .join(', ')
  return new EngineError(
    'duplicate',
    `E11000 duplicate key error collection: ${name} index: ${index.name} dup key: { ${key} }`,
  )
}
