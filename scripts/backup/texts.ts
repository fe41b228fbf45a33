import { EJSON } from 'bson'

/** A document as a line of a backup. */
export interface Line {
  id: string
  /** Canonical EJSON, in which every value says its type: what the SDK itself sends. */
  text: string
}

/** A document as the cloud sends it, in the one form in which it is kept and compared. */
export function lineOf(sent: string): Line {
  const document = EJSON.parse(sent, { relaxed: false }) as { _id?: unknown }
  const { _id: id } = document
  if (typeof id !== 'string' || id === '') throw new Error(`a document has the id ${JSON.stringify(id)}`)
  return { id, text: EJSON.stringify(document, { relaxed: false }) }
}

/** A line of a file, with its id. */
export function idOfLine(text: string): string {
  const { _id: id } = JSON.parse(text) as { _id?: unknown }
  if (typeof id !== 'string' || id === '') throw new Error('a line holds no document with an id')
  return id
}

/** The document without its id, as it is put in the place of another. */
export function withoutId(text: string): string {
  const { _id, ...rest } = JSON.parse(text) as Record<string, unknown>
  return JSON.stringify(rest)
}

/** Ids in the order in which the cloud sorts them: by the bytes of UTF-8. */
export const byBytes = (a: string, b: string): number => Buffer.compare(Buffer.from(a), Buffer.from(b))
