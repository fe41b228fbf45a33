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
import { matcher, projector } from './filter.ts'
import { distance, nearOf } from './geo.ts'
import { encode } from './order.ts'
import { sortBytes, valuesAt } from './paths.ts'
import { choose, type Plan, planWith } from './plan.ts'
import { batches, type Row, scan } from './scan.ts'
import {
  type Change,
  type Collection,
  duplicate,
  idIndex,
  keysOf,
  type TableIndex,
  Tables,
  type Version,
} from './tables.ts'
import { Busy, ConflictError, type Transaction, Transactions, type Write } from './transactions.ts'
import { checkStorable, type Document, isObject, parseDocument, stringify } from './values.ts'

const PROBE = 1000

/** A document that a query found; its values are parsed only where they are needed. */
interface Hit {
  body: string
  document: Document | undefined
}

/**
 * The embedded engine: MongoDB's language over SQLite.
 * `file` is the database's path; without it everything is in memory and gone at the end.
 */
export class SqliteEngine implements Engine {
  private readonly tables: Tables
  private readonly transactions: Transactions

  constructor(file?: string, transactionMilliseconds?: number) {
    this.transactions = new Transactions(transactionMilliseconds)
    this.tables = new Tables(file)
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
    const plan = this.plan(collection, { filter })
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
    const plan = this.plan(this.tables.get(name), query)
    if (!plan)
      return { index: 'scan', sorted: !query.sort?.length, exact: Object.keys(query.filter).length === 0 }
    return { index: plan.index.name, sorted: plan.order !== undefined, exact: plan.exact }
  }

  async insert(name: string, documents: Document[], context: Context = {}): Promise<unknown[]> {
    return this.writing(context, (transaction) => {
      const collection = this.tables.get(name)
      const versions = documents.map((document) => {
        const _id = document._id ?? randomBytes(12).toString('hex')
        checkId(_id)
        const whole: Document = { _id, ...document }
        whole._id = _id
        return this.version(whole)
      })
      this.change(
        collection,
        versions.map((after) => ({ id: after.id, before: null, after })),
        transaction,
      )
      return versions.map(({ document }) => document._id)
    })
  }

  async update(name: string, update: Update, context: Context = {}): Promise<Updated> {
    return this.writing(context, (transaction) => this.updateNow(name, update, context, transaction))
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
      const after = this.version({ _id, ...document })
      this.change(collection, [{ id: after.id, before: null, after }], transaction)
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
      const after = this.version(document)
      return [{ id: before.id, before, after }]
    })
    const changed = changes.filter(({ before, after }) => before.body !== after.body)
    this.change(collection, changed, transaction)
    const document = update.returning ? changes[0]?.after.body : undefined
    // A replacement counts as one even when nothing differs, as the vendor's tests expect of `set`.
    const modified = update.replace ? hits.length : changed.length
    return { matched: hits.length, modified, document }
  }

  async remove(name: string, filter: Document, many: boolean, context: Context = {}): Promise<number> {
    return this.writing(context, (transaction) => {
      const collection = this.tables.get(name)
      const hits = this.hits(name, { filter, limit: many ? undefined : 1 }, context)
      this.change(
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
    try {
      const changes = [...(transaction?.writes ?? [])].flatMap(([name, writes]) => {
        const collection = this.tables.get(name)
        return [...writes.values()].map((write) => ({
          ...write,
          collection,
          before: this.stored(collection, write.id),
        }))
      })
      if (changes.length > 0) this.store(changes)
    } finally {
      if (transaction) this.transactions.end(transaction)
    }
  }

  async abort(name: string): Promise<void> {
    const transaction = this.transaction(name)
    if (transaction) this.transactions.end(transaction)
  }

  async close(): Promise<void> {
    this.tables.close()
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
  private async writing<T>(context: Context, work: (transaction?: Transaction) => T): Promise<T> {
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

  private version(document: Document): Version {
    checkStorable(document)
    return { id: encode(document._id), body: stringify(document), document }
  }

  private stored(collection: Collection, id: Buffer): Version | null {
    const row = this.tables.byId(collection, id)
    return row ? { id, body: row.body, document: parseDocument(row.body) } : null
  }

  private change(
    collection: Collection,
    changes: { id: Buffer; before: Version | null; after: Version | null }[],
    transaction: Transaction | undefined,
  ): void {
    if (changes.length === 0) return
    for (const { id: bytes, before, after } of changes) {
      const id = bytes.toString('latin1')
      this.transactions.lockDocument(collection.name, id, transaction)
      if (after) this.checkUnique(collection, id, before, after, transaction)
      if (transaction) this.transactions.write(transaction, collection.name, id, { id: bytes, after })
    }
    if (!transaction) this.store(changes.map((change) => ({ ...change, collection })))
  }

  /** Keys that a document newly takes are reserved; inside a transaction they are also looked up at once. */
  private checkUnique(
    collection: Collection,
    id: string,
    before: Version | null,
    after: Version,
    transaction: Transaction | undefined,
  ): void {
    if (!before && transaction) this.refuseExisting(collection, id, after, transaction)
    for (const index of collection.indexes) {
      if (!index.unique) continue
      const old = before ? keysOf(index, before.document) : []
      for (const key of keysOf(index, after.document)) {
        if (old.some((other) => other.equals(key))) continue
        this.transactions.lock(`${index.number}:${key.toString('latin1')}`, transaction)
        if (transaction) this.refuseTaken(collection, index, key, id, after, transaction)
      }
    }
  }

  private refuseExisting(collection: Collection, id: string, after: Version, transaction: Transaction): void {
    const own = transaction.writes.get(collection.name)?.get(id)
    const there = own === undefined ? this.tables.byId(collection, Buffer.from(id, 'latin1')) : own.after
    if (there) throw duplicate(collection, idIndex, after.document)
  }

  private refuseTaken(
    collection: Collection,
    index: TableIndex,
    key: Buffer,
    id: string,
    after: Version,
    transaction: Transaction,
  ): void {
    const writes = transaction.writes.get(collection.name) ?? new Map<string, Write>()
    for (const seq of this.tables.holders(index, key)) {
      const holder = this.tables.idAt(collection, seq)?.toString('latin1')
      if (holder === undefined || holder === id || writes.has(holder)) continue
      throw duplicate(collection, index, after.document)
    }
    for (const [other, { after: version }] of writes) {
      if (other === id || !version) continue
      if (keysOf(index, version.document).some((taken) => taken.equals(key))) {
        throw duplicate(collection, index, after.document)
      }
    }
  }

  private store(changes: Change[]): void {
    this.tables.atomically(() => this.tables.apply(changes))
    this.transactions.committed(
      changes.map(({ collection, id, before }) => ({
        collection: collection.name,
        id: id.toString('latin1'),
        before,
      })),
    )
  }

  private plan(collection: Collection, query: Query): Plan<TableIndex> | undefined {
    const sort = query.sort ?? []
    const plans = [idIndex, ...collection.indexes].flatMap(
      (index) => planWith(index, query.filter, sort) ?? [],
    )
    const wanted = (query.skip ?? 0) + (query.limit ?? Number.POSITIVE_INFINITY)
    return choose(plans, wanted, (plan) => this.tables.size(collection, plan, PROBE))
  }

  /** The documents that a query finds, in its order, as the transaction sees them. */
  private hits(name: string, query: Query, context: Context): Hit[] {
    const collection = this.tables.get(name)
    const transaction = this.transaction(context.transaction)
    const one = query.filter._id
    if (Object.keys(query.filter).length === 1 && isId(one))
      return this.hitById(collection, one, query, transaction, context)

    const plan = this.plan(collection, query)
    const view = this.transactions.view(name, transaction)
    const matches = matcher(query.filter)
    const exact = plan?.exact ?? Object.keys(query.filter).length === 0
    const sort = query.sort ?? []
    const near = sort.length === 0 ? nearOf(query.filter) : undefined
    const inOrder = !near && (sort.length === 0 || plan?.order !== undefined)
    const skip = query.skip ?? 0
    const wanted = query.limit === undefined ? Number.POSITIVE_INFINITY : skip + query.limit
    const found: Hit[] = []
    const rank = near ? byDistance(near) : (document: Document) => sortBytes(document, sort)
    const sorter = inOrder ? undefined : new Sorter(rank, wanted)
    let examined = 0
    for (const row of this.rows(collection, plan, wanted)) {
      const hit: Hit = { body: row.body, document: undefined }
      if (view.size > 0 && view.has(versionOf(hit).id.toString('latin1'))) continue
      examined++
      if (!exact && !matches(valuesOf(hit))) continue
      if (sorter) sorter.add(hit)
      else if (found.push(hit) >= wanted) break
    }
    const result = sorter ? sorter.result() : found
    const whole =
      view.size === 0 ? result : withOwn(result, view, matches, near || sort.length > 0 ? rank : undefined)
    const answer = whole.slice(skip, wanted)
    note(context, plan?.index.name ?? 'scan', examined, answer.length)
    return answer
  }

  private hitById(
    collection: Collection,
    one: unknown,
    query: Query,
    transaction: Transaction | undefined,
    context: Context,
  ): Hit[] {
    const id = encode(one)
    const seen = this.transactions.seen(collection.name, id.toString('latin1'), transaction)
    const hit = seen === undefined ? this.tables.byId(collection, id) : seen
    const answer: Hit[] = hit && !query.skip ? [{ document: undefined, ...hit }] : []
    note(context, idIndex.name, hit ? 1 : 0, answer.length)
    return answer
  }

  private *rows(collection: Collection, plan: Plan<TableIndex> | undefined, wanted: number): Generator<Row> {
    const { database } = this.tables
    const first = Math.min(plan?.exact ? wanted : wanted + 10, 101)
    if (plan) yield* scan(database, collection, plan, first)
    else for (const batch of batches(database, collection)) yield* batch
  }
}

type Rank = (document: Document) => Buffer

const byDistance =
  ({ field, point }: { field: string; point: unknown }): Rank =>
  (document) =>
    encode(distance(point, valuesAt(document, field).values[0]))

/** Keeps the first `wanted` by a sort; ties stay in the order they came. */
class Sorter {
  private kept: { hit: Hit; bytes: Buffer }[] = []
  private readonly rank: Rank
  private readonly wanted: number
  constructor(rank: Rank, wanted: number) {
    this.rank = rank
    this.wanted = wanted
  }

  add(hit: Hit): void {
    this.kept.push({ hit, bytes: this.rank(valuesOf(hit)) })
    if (this.kept.length > this.wanted * 2 + 1000) this.shrink()
  }

  private shrink(): void {
    this.kept.sort((a, b) => Buffer.compare(a.bytes, b.bytes))
    if (this.kept.length > this.wanted) this.kept.length = this.wanted
  }

  result(): Hit[] {
    this.shrink()
    return this.kept.map(({ hit }) => hit)
  }
}

function withOwn(
  stored: Hit[],
  view: Map<string, Version | null>,
  matches: (document: Document) => boolean,
  rank: Rank | undefined,
): Hit[] {
  const own = [...view.values()].filter(
    (version) => version !== null && matches(version.document),
  ) as Version[]
  const all: Hit[] = [...stored, ...own]
  if (!rank) return all
  const sorter = new Sorter(rank, Number.POSITIVE_INFINITY)
  for (const hit of all) sorter.add(hit)
  return sorter.result()
}

function valuesOf(hit: Hit): Document {
  hit.document ??= parseDocument(hit.body)
  return hit.document
}

function versionOf(hit: Hit): Version {
  const document = valuesOf(hit)
  return { id: encode(document._id), body: hit.body, document }
}

function note(context: Context, index: string, examined: number, returned: number): void {
  if (!context.meter) return
  context.meter.examined += examined
  context.meter.returned += returned
  if (!context.meter.indexes.includes(index)) context.meter.indexes.push(index)
}

const isId = (value: unknown) =>
  value !== null &&
  value !== undefined &&
  !(value instanceof RegExp) &&
  !Array.isArray(value) &&
  !isObject(value)

function checkId(_id: unknown): void {
  if (!isId(_id) && !isObject(_id))
    throw new EngineError('bad request', 'The _id field cannot be of this type')
}
