import Database from 'libsql'
import { EngineError, type Index } from './engine.ts'
import { after, encode, invert } from './order.ts'
import { valuesAt } from './paths.ts'
import type { KeyRange, Plan } from './plan.ts'
import { type Document, parseDocument } from './values.ts'

/** One stored document: place in the table, encoded id, EJSON text. */
export interface Row {
  seq: number
  id: Buffer
  body: string
}

/** A document as it is or was: encoded id, EJSON text, values. */
export interface Version {
  id: Buffer
  body: string
  document: Document
}

/** One document that comes (`before` null), goes (`after` null) or is replaced. */
export interface Change {
  collection: Collection
  id: Buffer
  before: Version | null
  after: Version | null
}

/** A row found through an index carries its key, for reading on and for merging. */
interface Found extends Row {
  key: Buffer
}

export interface TableIndex extends Index {
  /** The SQLite table `x<number>`; 0 is the id itself. */
  number: number
  many: Set<string>
}

export interface Collection {
  number: number
  name: string
  indexes: TableIndex[]
}

export const idIndex: TableIndex = {
  number: 0,
  name: '_id_',
  keys: [{ field: '_id', direction: 1 }],
  unique: true,
  many: new Set(),
}

type Statement = Database.Statement<unknown[]>

/**
 * Collections, documents and index entries in SQLite: one table of documents and one table per index,
 * whose keys are bytes in MongoDB's order (order.ts). Knows nothing of transactions over several
 * requests; `write` is one atomic, durable step.
 */
export class Tables {
  private readonly database: Database.Database
  private readonly statements = new Map<string, Statement>()
  readonly collections = new Map<string, Collection>()

  constructor(file: string | undefined) {
    this.database = new Database(file ?? ':memory:')
    this.database.exec('PRAGMA journal_mode = WAL')
    this.database.exec('PRAGMA synchronous = FULL')
    this.database.exec('PRAGMA cache_size = -65536')
    this.database.exec(`
      CREATE TABLE IF NOT EXISTS collections (number INTEGER PRIMARY KEY, name TEXT UNIQUE NOT NULL);
      CREATE TABLE IF NOT EXISTS indexes (number INTEGER PRIMARY KEY, collection INTEGER NOT NULL,
        name TEXT NOT NULL, keys TEXT NOT NULL, unique_keys INTEGER NOT NULL, many TEXT NOT NULL);`)
    for (const { number, name } of this.all<Collection>('SELECT number, name FROM collections', [])) {
      this.collections.set(name, { number, name, indexes: this.loadIndexes(number) })
    }
  }

  private loadIndexes(collection: number): TableIndex[] {
    type Stored = { number: number; name: string; keys: string; unique_keys: number; many: string }
    return this.all<Stored>('SELECT * FROM indexes WHERE collection = ? ORDER BY number', [collection]).map(
      ({ number, name, keys, unique_keys, many }) => ({
        number,
        name,
        keys: JSON.parse(keys) as Index['keys'],
        unique: unique_keys === 1,
        many: new Set(JSON.parse(many) as string[]),
      }),
    )
  }

  /** libsql takes a lone Buffer for named parameters, so parameters always go in an array. */
  private all<T>(sql: string, parameters: unknown[]): T[] {
    return this.statement(sql).all(parameters) as T[]
  }

  /** libsql hands blobs out as ArrayBuffer. */
  private rows(sql: string, parameters: unknown[]): Found[] {
    const rows = this.all<{ seq: number; id: ArrayBuffer; body: string; key?: ArrayBuffer }>(sql, parameters)
    return rows.map(({ seq, id, body, key }) => ({
      seq,
      id: Buffer.from(id),
      body,
      key: Buffer.from(key ?? id),
    }))
  }

  private run(sql: string, parameters: unknown[]): Database.RunResult {
    return this.statement(sql).run(parameters)
  }

  private statement(sql: string): Statement {
    let statement = this.statements.get(sql)
    if (!statement) {
      statement = this.database.prepare(sql)
      this.statements.set(sql, statement)
    }
    return statement
  }

  get(name: string): Collection {
    const collection = this.collections.get(name)
    if (!collection) throw new EngineError('collection missing', `Db or Table not exist: ${name}`)
    return collection
  }

  create(name: string): boolean {
    if (this.collections.has(name)) return false
    this.atomically(() => {
      const number = Number(this.run('INSERT INTO collections (name) VALUES (?)', [name]).lastInsertRowid)
      this.database.exec(
        `CREATE TABLE d${number} (seq INTEGER PRIMARY KEY, id BLOB UNIQUE NOT NULL, body TEXT NOT NULL)`,
      )
      this.collections.set(name, { number, name, indexes: [] })
    })
    return true
  }

  /** Everything in `work` is stored, or nothing. */
  atomically<T>(work: () => T): T {
    this.statement('BEGIN IMMEDIATE').run()
    try {
      const result = work()
      this.statement('COMMIT').run()
      return result
    } catch (error) {
      if (this.database.inTransaction) this.database.exec('ROLLBACK')
      this.reloadMany()
      throw error
    }
  }

  /** What was noted in a step that was rolled back must be noted again when it really happens. */
  private reloadMany(): void {
    for (const collection of this.collections.values()) {
      for (const stored of this.loadIndexes(collection.number)) {
        const index = collection.indexes.find(({ number }) => number === stored.number)
        if (index) index.many = stored.many
      }
    }
  }

  declare(name: string, wanted: Index[]): void {
    this.create(name)
    const collection = this.get(name)
    const text = (index: Index) => JSON.stringify([index.name, index.keys, index.unique ?? false])
    const kept = collection.indexes.filter((index) => wanted.some((other) => text(other) === text(index)))
    const added = wanted.filter((index) => !kept.some((other) => text(other) === text(index)))
    for (const index of collection.indexes) {
      if (kept.includes(index)) continue
      this.statements.clear()
      this.run('DELETE FROM indexes WHERE number = ?', [index.number])
      this.database.exec(`DROP TABLE x${index.number}`)
    }
    collection.indexes = kept
    for (const index of added) this.build(collection, index)
  }

  private build(collection: Collection, index: Index): void {
    const before = collection.indexes
    try {
      this.atomically(() => {
        const { lastInsertRowid } = this.run(
          'INSERT INTO indexes (collection, name, keys, unique_keys, many) VALUES (?, ?, ?, ?, ?)',
          [collection.number, index.name, JSON.stringify(index.keys), index.unique ? 1 : 0, '[]'],
        )
        const built: TableIndex = { ...index, number: Number(lastInsertRowid), many: new Set() }
        this.database.exec(
          `CREATE TABLE x${built.number} (key BLOB PRIMARY KEY, seq INTEGER NOT NULL) WITHOUT ROWID`,
        )
        collection.indexes = [...before, built]
        for (const batch of this.batches(collection)) {
          for (const { seq, body } of batch) {
            const document = parseDocument(body)
            this.addEntries(collection, built, document, keysOf(built, document), seq)
          }
        }
      })
    } catch (error) {
      collection.indexes = before
      throw error
    }
  }

  byId(collection: Collection, id: Buffer): Row | undefined {
    return this.rows(`SELECT seq, id, body FROM d${collection.number} WHERE id = ?`, [id])[0]
  }

  /**
   * Stores changes of documents. All keys that are given up go before any is taken, so that documents may
   * swap unique keys. Throws `duplicate`; wrap in `atomically`.
   */
  apply(changes: Change[]): void {
    const steps = changes.map(({ collection, id, before, after }) => {
      const row = this.byId(collection, id)
      if (row && !before) throw duplicate(collection, idIndex, after?.document ?? {})
      const entries = collection.indexes.map((index) => {
        const old = before && row ? keysOf(index, before.document) : []
        const now = after ? keysOf(index, after.document) : []
        return { index, gone: without(old, now), taken: without(now, old) }
      })
      if (row)
        for (const { index, gone } of entries) for (const key of gone) this.deleteEntry(index, key, row.seq)
      return { collection, id, row, after, entries }
    })
    for (const { collection, id, row, after, entries } of steps) {
      if (!after) {
        if (row) this.run(`DELETE FROM d${collection.number} WHERE seq = ?`, [row.seq])
        continue
      }
      const seq = row ? row.seq : this.insert(collection, id, after)
      if (row) this.run(`UPDATE d${collection.number} SET body = ? WHERE seq = ?`, [after.body, seq])
      for (const { index, taken } of entries) this.addEntries(collection, index, after.document, taken, seq)
    }
  }

  private insert(collection: Collection, id: Buffer, { body, document }: Version): number {
    try {
      const sql = `INSERT INTO d${collection.number} (id, body) VALUES (?, ?)`
      return Number(this.run(sql, [id, body]).lastInsertRowid)
    } catch (error) {
      if (!/UNIQUE/.test(String(error))) throw error
      throw duplicate(collection, idIndex, document)
    }
  }

  private deleteEntry(index: TableIndex, key: Buffer, seq: number): void {
    this.run(`DELETE FROM x${index.number} WHERE key = ?`, [withSeq(key, seq)])
  }

  private addEntries(
    collection: Collection,
    index: TableIndex,
    document: Document,
    keys: Buffer[],
    seq: number,
  ): void {
    if (keys.length > 0) this.noteMany(index, document)
    for (const key of keys) {
      if (index.unique && this.holders(index, key).some((other) => other !== seq)) {
        throw duplicate(collection, index, document)
      }
      this.run(`INSERT OR IGNORE INTO x${index.number} (key, seq) VALUES (?, ?)`, [withSeq(key, seq), seq])
    }
  }

  private noteMany(index: TableIndex, document: Document): void {
    for (const { field } of index.keys) {
      if (index.many.has(field) || !valuesAt(document, field).many) continue
      index.many.add(field)
      this.run('UPDATE indexes SET many = ? WHERE number = ?', [
        JSON.stringify([...index.many]),
        index.number,
      ])
    }
  }

  /** Places of the documents that hold a key of an index. */
  holders(index: TableIndex, key: Buffer): number[] {
    const sql = `SELECT seq FROM x${index.number} WHERE key >= ? AND key < ?`
    return this.all<{ seq: number }>(sql, [key, after(key)]).map(({ seq }) => seq)
  }

  at(collection: Collection, seq: number): Row | undefined {
    return this.rows(`SELECT seq, id, body FROM d${collection.number} WHERE seq = ?`, [seq])[0]
  }

  count(collection: Collection): number {
    return this.all<{ n: number }>(`SELECT count(*) AS n FROM d${collection.number}`, [])[0]?.n ?? 0
  }

  /** Number of keys in a plan's ranges, counted up to `limit` only. */
  size(collection: Collection, plan: Plan<TableIndex>, limit: number): number {
    let total = 0
    for (const { low, high } of plan.ranges) {
      const column = plan.index.number === 0 ? 'id' : 'key'
      const sql = `SELECT count(*) AS n FROM (SELECT 1 FROM ${tableOf(collection, plan.index)}
        WHERE ${column} >= ? AND ${column} < ? LIMIT ?)`
      total += this.all<{ n: number }>(sql, [low, high, limit - total])[0]?.n ?? 0
      if (total >= limit) break
    }
    return total
  }

  /** All documents in the order they came, in batches. */
  *batches(collection: Collection): Generator<Row[]> {
    const sql = `SELECT seq, id, body FROM d${collection.number} WHERE seq > ? ORDER BY seq LIMIT 1000`
    let seq = -1
    for (;;) {
      const batch = this.rows(sql, [seq])
      if (batch.length > 0) yield batch
      if (batch.length < 1000) return
      seq = batch.at(-1)?.seq ?? seq
    }
  }

  /** Rows by a plan, in its order; `first` is how many are likely to be wanted. */
  *scan(collection: Collection, plan: Plan<TableIndex>, first: number): Generator<Row> {
    const backwards = plan.order?.backwards ?? false
    const groupedBy = plan.order?.groupedBy ?? 0
    const groups = new Map<string, { ranges: KeyRange[]; mark: number }>()
    for (const range of backwards ? [...plan.ranges].reverse() : plan.ranges) {
      const mark = groupedBy === 0 ? 0 : (range.marks[groupedBy - 1] ?? 0)
      const name = range.low.subarray(0, mark).toString('latin1')
      const group = groups.get(name)
      if (group) group.ranges.push(range)
      else groups.set(name, { ranges: [range], mark })
    }
    const streams = [...groups.values()].map(({ ranges, mark }) => ({
      mark,
      rows: this.read(collection, plan.index, ranges, backwards, first),
    }))
    const rows = streams.length === 1 && streams[0] ? streams[0].rows : merge(streams, backwards)
    if (plan.index.many.size === 0) {
      yield* rows
      return
    }
    const seen = new Set<number>()
    for (const row of rows) {
      if (seen.has(row.seq)) continue
      seen.add(row.seq)
      yield row
    }
  }

  private *read(
    collection: Collection,
    index: TableIndex,
    ranges: KeyRange[],
    backwards: boolean,
    first: number,
  ): Generator<Found> {
    const documents = `d${collection.number}`
    const from =
      index.number === 0
        ? `SELECT id AS key, seq, id, body FROM ${documents} WHERE id`
        : `SELECT x.key AS key, d.seq AS seq, d.id AS id, d.body AS body
           FROM x${index.number} AS x CROSS JOIN ${documents} AS d ON d.seq = x.seq WHERE x.key`
    const column = index.number === 0 ? 'id' : 'x.key'
    for (let { low, high } of ranges) {
      let limit = Math.min(Math.max(first, 1), 1000)
      for (let open = ''; ; open = backwards ? '' : '>') {
        const sql = `${from} >${open === '>' ? '' : '='} ? AND ${column} < ? ORDER BY ${column} ${backwards ? 'DESC' : ''} LIMIT ?`
        const batch = this.rows(sql, [low, high, limit])
        yield* batch
        const last = batch.at(-1)
        if (!last || batch.length < limit) break
        if (backwards) high = last.key
        else low = last.key
        limit = Math.min(limit * 4, 1000)
      }
    }
  }

  close(): void {
    this.all('PRAGMA wal_checkpoint(TRUNCATE)', [])
    this.statements.clear()
    this.database.close()
  }
}

const tableOf = (collection: Collection, index: TableIndex) =>
  index.number === 0 ? `d${collection.number}` : `x${index.number}`

/** Streams in order, merged into one by the bytes behind each stream's own prefix. */
function* merge(streams: { mark: number; rows: Generator<Found> }[], backwards: boolean): Generator<Found> {
  const heads = streams.flatMap(({ mark, rows }) => {
    const head = rows.next()
    return head.done ? [] : [{ mark, rows, row: head.value }]
  })
  while (heads.length > 0) {
    let best = heads[0]
    for (const head of heads) {
      if (!best) break
      const order = Buffer.compare(head.row.key.subarray(head.mark), best.row.key.subarray(best.mark))
      if (backwards ? order > 0 : order < 0) best = head
    }
    if (!best) return
    yield best.row
    const next = best.rows.next()
    if (next.done) heads.splice(heads.indexOf(best), 1)
    else best.row = next.value
  }
}

/** Keys of one list that are not in the other. */
function without(keys: Buffer[], others: Buffer[]): Buffer[] {
  if (keys.length === 1 && others.length === 1) return others[0]?.equals(keys[0] ?? others[0]) ? [] : keys
  return keys.filter((key) => !others.some((other) => other.equals(key)))
}

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

function withSeq(key: Buffer, seq: number): Buffer {
  const bytes = Buffer.allocUnsafe(key.length + 8)
  key.copy(bytes)
  bytes.writeBigUInt64BE(BigInt(seq), key.length)
  return bytes
}

export function duplicate(collection: Collection, index: Index, document: Document): EngineError {
  const key = index.keys
    .map(({ field }) => `${field}: ${JSON.stringify(valuesAt(document, field).values[0] ?? null)}`)
    .join(', ')
  return new EngineError(
    'duplicate',
    `E11000 duplicate key error collection: ${collection.name} index: ${index.name} dup key: { ${key} }`,
  )
}
