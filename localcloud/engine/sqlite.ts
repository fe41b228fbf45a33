import { randomBytes } from 'node:crypto'
import { aggregate } from './aggregate.ts'
import { applyChange, startFrom } from './change.ts'
import {
  type Context,
  type Engine,
  EngineError,
  type Explanation,
  type Index,
  type Query,
  type Update,
  type Updated,
} from './engine.ts'
import { projector } from './filter.ts'
import { type Hit, isId, note, Reading, valuesOf, versionOf } from './reading.ts'
import { Tables } from './tables.ts'
import { Busy, ConflictError, type Transaction, Transactions } from './transactions.ts'
import { type Document, isObject, parseDocument, stringify } from './values.ts'
import { Writing } from './writing.ts'

/**
 * The embedded engine: MongoDB's language over SQLite.
 * `file` is the database's path; without it everything is in memory and gone at the end.
 */
export class SqliteEngine implements Engine {
  private readonly tables: Tables
  private readonly transactions: Transactions
  private readonly reading: Reading
  private readonly writing: Writing

  constructor(file?: string, transactionMilliseconds?: number) {
    this.transactions = new Transactions(transactionMilliseconds)
    this.tables = new Tables(file)
    this.reading = new Reading(this.tables, this.transactions)
    this.writing = new Writing(this.tables, this.transactions)
  }

  async collections(): Promise<string[]> {
    return [...this.tables.collections.keys()].sort()
  }

  async createCollection(name: string): Promise<boolean> {
    return this.tables.create(name)
  }

  async declareIndexes(collection: string, indexes: Index[]): Promise<void> {
    this.tables.declare(collection, indexes)
  }

  async indexes(collection: string): Promise<Index[]> {
    return this.tables.get(collection).indexes.map(({ name, keys, unique }) => ({ name, keys, unique }))
  }

  async describe(): Promise<{ collection: string; documents: number }[]> {
    return (await this.collections()).map((collection) => ({
      collection,
      documents: this.tables.count(this.tables.get(collection)),
    }))
  }

  async find(name: string, query: Query, context: Context = {}): Promise<string[]> {
    const hits = this.hits(name, query, context)
    if (!query.projection || Object.keys(query.projection).length === 0) return hits.map(({ body }) => body)
    const project = projector(query.projection)
    return hits.map((hit) => stringify(project(valuesOf(hit))))
  }

  async count(name: string, filter: Document, context: Context = {}): Promise<number> {
    const collection = this.tables.get(name)
    if (Object.keys(filter).length === 0) return this.tables.count(collection)
    const plan = this.reading.plan(collection, { filter })
    if (plan?.exact && plan.index.many.size === 0) {
      note(context, plan.index.name, 0, 0)
      return this.tables.size(collection, plan, Number.MAX_SAFE_INTEGER)
    }
    return this.hits(name, { filter }, context).length
  }

  async aggregate(name: string, stages: Document[], context: Context = {}): Promise<string[]> {
    this.tables.get(name)
    const source = {
      find: (collection: string, query: Query) => {
        if (!this.tables.collections.has(collection)) return []
        return this.hits(collection, query, context).map(valuesOf)
      },
    }
    return aggregate(name, stages, source).map(stringify)
  }

  async explain(name: string, query: Query): Promise<Explanation> {
    const plan = this.reading.plan(this.tables.get(name), query)
    if (!plan)
      return { index: 'scan', sorted: !query.sort?.length, exact: Object.keys(query.filter).length === 0 }
    return { index: plan.index.name, sorted: plan.order !== undefined, exact: plan.exact }
  }

  async insert(name: string, documents: Document[], context: Context = {}): Promise<unknown[]> {
    return this.writes(context, (transaction) => {
      const collection = this.tables.get(name)
      const versions = documents.map((document) => {
        const _id = document._id ?? randomBytes(12).toString('hex')
        checkId(_id)
        const whole: Document = { _id, ...document }
        whole._id = _id
        return this.writing.version(whole)
      })
      this.writing.change(
        collection,
        versions.map((after) => ({ id: after.id, before: null, after })),
        transaction,
      )
      return versions.map(({ document }) => document._id)
    })
  }

  async update(name: string, update: Update, context: Context = {}): Promise<Updated> {
    return this.writes(context, (transaction) => this.updateNow(name, update, context, transaction))
  }

  private updateNow(name: string, update: Update, context: Context, transaction?: Transaction): Updated {
    const collection = this.tables.get(name)
    const { filter, change } = update
    const hits = this.hits(name, { filter, limit: update.many ? undefined : 1 }, context)
    if (hits.length === 0 && update.upsert) {
      const document = update.replace ? { ...change } : startFrom(filter)
      if (!update.replace) applyChange(document, change, filter, true)
      const _id = isObject(filter) && '_id' in filter ? filter._id : randomBytes(12).toString('hex')
      checkId(_id)
      const after = this.writing.version({ _id, ...document })
      this.writing.change(collection, [{ id: after.id, before: null, after }], transaction)
      return { matched: 0, modified: 0, upsertedId: _id, document: update.returning ? after.body : undefined }
    }
    const changes = hits.flatMap((hit) => {
      const before = versionOf(hit)
      let document: Document
      if (update.replace) document = { _id: before.document._id, ...change }
      else {
        document = parseDocument(hit.body)
        applyChange(document, change, filter)
      }
      const after = this.writing.version(document)
      return [{ id: before.id, before, after }]
    })
    const changed = changes.filter(({ before, after }) => before.body !== after.body)
    this.writing.change(collection, changed, transaction)
    const document = update.returning ? changes[0]?.after.body : undefined
    // A replacement counts as one even when nothing differs, as the vendor's tests expect of `set`.
    const modified = update.replace ? hits.length : changed.length
    return { matched: hits.length, modified, document }
  }

  async remove(name: string, filter: Document, many: boolean, context: Context = {}): Promise<number> {
    return this.writes(context, (transaction) => {
      const collection = this.tables.get(name)
      const hits = this.hits(name, { filter, limit: many ? undefined : 1 }, context)
      this.writing.change(
        collection,
        hits.map(versionOf).map((before) => ({ id: before.id, before, after: null })),
        transaction,
      )
      return hits.length
    })
  }

  async begin(): Promise<string> {
    return this.transactions.begin().name
  }

  async commit(name: string): Promise<void> {
    const transaction = this.transaction(name)
    if (!transaction) return
    try {
      this.writing.commit(transaction)
    } finally {
      this.transactions.end(transaction)
    }
  }

  async abort(name: string): Promise<void> {
    const transaction = this.transaction(name)
    if (transaction) this.transactions.end(transaction)
  }

  async abortAll(): Promise<void> {
    this.transactions.endAll()
  }

  async close(): Promise<void> {
    this.tables.close()
  }

  private hits(name: string, query: Query, context: Context): Hit[] {
    return this.reading.hits(name, query, context, this.transaction(context.transaction))
  }

  private transaction(name: string | undefined): Transaction | undefined {
    if (name === undefined) return undefined
    const transaction = this.transactions.get(name)
    if (!transaction) throw new EngineError('transaction gone', 'Transaction does not exist on the server')
    return transaction
  }

  /**
   * Runs a write. Outside a transaction it waits for transactions that hold what it needs; inside one, a
   * refusal ends the transaction, as in MongoDB.
   */
  private async writes<T>(context: Context, work: (transaction?: Transaction) => T): Promise<T> {
    const transaction = this.transaction(context.transaction)
    for (;;) {
      try {
        return work(transaction)
      } catch (error) {
        if (error instanceof Busy) {
          await error.holder.ended
          continue
        }
        const conflict = error instanceof ConflictError
        const ends = conflict || (error instanceof EngineError && error.kind === 'duplicate')
        if (transaction && ends) this.transactions.end(transaction)
        throw conflict ? new EngineError('conflict', 'Transaction is conflict') : error
      }
    }
  }
}

function checkId(_id: unknown): void {
  if (!isId(_id) && !isObject(_id))
    throw new EngineError('bad request', 'The _id field cannot be of this type')
}
