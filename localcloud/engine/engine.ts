import type { SortKey } from './paths.ts'
import type { Document } from './values.ts'

/**
 * What the wire asks of a database: one page, two implementations (sqlite.ts, mongo.ts).
 * Filters, changes and stages are MongoDB's language as values (not text). Documents come back as
 * relaxed EJSON text, because the wire passes them on unread.
 */
export interface Engine {
  collections(): Promise<string[]>
  /** Makes an empty collection; false if it was there. */
  createCollection(name: string): Promise<boolean>
  /** The declared indexes of a collection become exactly these; what is new is built, what is gone is dropped. */
  declareIndexes(collection: string, indexes: Index[]): Promise<void>
  indexes(collection: string): Promise<Index[]>

  find(collection: string, query: Query, context?: Context): Promise<string[]>
  count(collection: string, filter: Document, context?: Context): Promise<number>
  aggregate(collection: string, stages: Document[], context?: Context): Promise<string[]>
  /** Which index a query uses, or 'scan'; nothing is returned or changed. */
  explain(collection: string, query: Query): Promise<Explanation>

  /** Documents without `_id` get one. Returns the ids in order. All or none. */
  insert(collection: string, documents: Document[], context?: Context): Promise<unknown[]>
  update(collection: string, update: Update, context?: Context): Promise<Updated>
  remove(collection: string, filter: Document, many: boolean, context?: Context): Promise<number>

  begin(): Promise<string>
  commit(transaction: string, context?: Context): Promise<void>
  abort(transaction: string): Promise<void>
  /** Ends all open transactions without a change, as happens by itself 30 seconds after their begin. */
  abortAll(): Promise<void>

  /** Documents and bytes, for the data browser. */
  describe(): Promise<{ collection: string; documents: number }[]>
  close(): Promise<void>
}

export interface Index {
  name: string
  keys: { field: string; direction: 1 | -1 }[]
  unique?: boolean
}

export interface Query {
  filter: Document
  sort?: SortKey[]
  skip?: number
  limit?: number
  projection?: Document
}

export interface Update {
  filter: Document
  /** Operators (`{$set: …}`), or with `replace` the whole new document. */
  change: Document
  replace?: boolean
  many?: boolean
  upsert?: boolean
  /** Answer with the changed document. */
  returning?: boolean
}

export interface Updated {
  matched: number
  modified: number
  upsertedId?: unknown
  /** EJSON text, with `returning`. */
  document?: string
}

export interface Explanation {
  /** Name of the index, '_id', or 'scan'. */
  index: string
  /** The index gives the order asked for; otherwise the documents found are sorted in memory. */
  sorted: boolean
  /** The index alone decides which documents match; otherwise each is read and tested. */
  exact: boolean
}

export interface Context {
  transaction?: string
  meter?: Meter
}

/** What one operation cost. Counts add up over a call. */
export interface Meter {
  examined: number
  returned: number
  indexes: string[]
}

export type EngineErrorKind =
  | 'collection missing'
  | 'duplicate'
  | 'conflict'
  | 'transaction gone'
  | 'bad request'

export class EngineError extends Error {
  readonly kind: EngineErrorKind
  constructor(kind: EngineErrorKind, message: string) {
    super(message)
    this.kind = kind
  }
}
