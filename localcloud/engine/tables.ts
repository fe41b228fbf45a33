import { Database } from './database.ts'
import { EngineError, type Index } from './engine.ts'
import { duplicate, keysOf, withSeq } from './entries.ts'
import { after } from './order.ts'
import { valuesAt } from './paths.ts'
import type { Plan } from './plan.ts'
import type { Row } from './scan.ts'
import { SortedEntries } from './sortedEntries.ts'
import type { Document } from './values.ts'

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

/**
 * Collections, documents and index entries in SQLite: one table of documents and one table per index,
 * whose keys are bytes in MongoDB's order (order.ts). Knows nothing of transactions over several
 * requests; `atomically` is one durable step.
 */
export class Tables {
  readonly database: Database
  readonly collections = new Map<string, Collection>()

  constructor(file: string | undefined) {
    this.database = new Database(file)
    try {
      this.load()
    } catch (error) {
      this.database.close()
      throw error
    }
  }

  private load(): void {
    this.database.define(`
      CREATE TABLE IF NOT EXISTS collections (number INTEGER PRIMARY KEY, name TEXT UNIQUE NOT NULL);
      CREATE TABLE IF NOT EXISTS indexes (number INTEGER PRIMARY KEY, collection INTEGER NOT NULL,
        name TEXT NOT NULL, keys TEXT NOT NULL, unique_keys INTEGER NOT NULL, many TEXT NOT NULL);`)
    for (const { number, name } of this.database.all<Collection>('SELECT number, name FROM collections')) {
      this.collections.set(name, { number, name, indexes: this.loadIndexes(number) })
    }
  }

  private loadIndexes(collection: number): TableIndex[] {
    type Stored = { number: number; name: string; keys: string; unique_keys: number; many: string }
    return this.database
      .all<Stored>('SELECT * FROM indexes WHERE collection = ? ORDER BY number', [collection])
      .map(({ number, name, keys, unique_keys, many }) => ({
        number,
        name,
        keys: JSON.parse(keys) as Index['keys'],
        unique: unique_keys === 1,
        many: new Set(JSON.parse(many) as string[]),
      }))
  }

  get(name: string): Collection {
    const collection = this.collections.get(name)
    if (!collection) throw new EngineError('collection missing', `Db or Table not exist: ${name}`)
    return collection
  }

  create(name: string): boolean {
    if (this.collections.has(name)) return false
    this.atomically(() => {
      const number = Number(
        this.database.run('INSERT INTO collections (name) VALUES (?)', [name]).lastInsertRowid,
      )
      this.database.define(
        `CREATE TABLE d${number} (seq INTEGER PRIMARY KEY, id BLOB UNIQUE NOT NULL, body TEXT NOT NULL)`,
      )
      this.collections.set(name, { number, name, indexes: [] })
    })
    return true
  }

  /** Everything in `work` is stored, or nothing. */
  atomically<T>(work: () => T): T {
    try {
      return this.database.atomically(work)
    } catch (error) {
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
      this.atomically(() => {
        this.database.run('DELETE FROM indexes WHERE number = ?', [index.number])
        this.database.define(`DROP TABLE x${index.number}`)
      })
    }
    collection.indexes = kept
    this.build(collection, added)
  }

  /** Each index with all its entries, or not at all; one after the other, sorted before they are stored. */
  private build(collection: Collection, indexes: Index[]): void {
    const entries = new SortedEntries(this.database, collection, indexes)
    try {
      entries.gather()
      for (const [position, index] of indexes.entries()) {
        const many = entries.many(position)
        const number = this.atomically(() => {
          const { lastInsertRowid } = this.database.run(
            'INSERT INTO indexes (collection, name, keys, unique_keys, many) VALUES (?, ?, ?, ?, ?)',
            [
              collection.number,
              index.name,
              JSON.stringify(index.keys),
              index.unique ? 1 : 0,
              JSON.stringify([...many]),
            ],
          )
          const number = Number(lastInsertRowid)
          this.database.define(
            `CREATE TABLE x${number} (key BLOB PRIMARY KEY, seq INTEGER NOT NULL) WITHOUT ROWID`,
          )
          entries.store(position, `x${number}`)
          return number
        })
        collection.indexes.push({ ...index, number, many })
      }
    } finally {
      entries.drop()
    }
  }

  byId(collection: Collection, id: Buffer): Row | undefined {
    return this.database.one<Row>(`SELECT seq, body FROM d${collection.number} WHERE id = ?`, [id])
  }

  /**
   * Stores changes of documents. All keys that are given up go before any is taken, so that documents may
   * swap unique keys. Throws `duplicate`; wrap in `atomically`.
   */
  apply(changes: Change[]): void {
    const steps = changes.map(({ collection, id, before, after }) => {
      const row = before ? this.byId(collection, id) : undefined
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
        if (row) this.database.run(`DELETE FROM d${collection.number} WHERE seq = ?`, [row.seq])
        continue
      }
      const seq = row ? row.seq : this.insert(collection, id, after)
      if (row) this.database.run(`UPDATE d${collection.number} SET body = ? WHERE seq = ?`, [after.body, seq])
      for (const { index, taken } of entries) this.addEntries(collection, index, after.document, taken, seq)
    }
  }

  private insert(collection: Collection, id: Buffer, { body, document }: Version): number {
    try {
      const sql = `INSERT INTO d${collection.number} (id, body) VALUES (?, ?)`
      return Number(this.database.run(sql, [id, body]).lastInsertRowid)
    } catch (error) {
      if (!/UNIQUE/.test(String(error))) throw error
      throw duplicate(collection, idIndex, document)
    }
  }

  private deleteEntry(index: TableIndex, key: Buffer, seq: number): void {
    this.database.run(`DELETE FROM x${index.number} WHERE key = ?`, [withSeq(key, seq)])
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
      this.database.run(`INSERT OR IGNORE INTO x${index.number} (key, seq) VALUES (?, ?)`, [
        withSeq(key, seq),
        seq,
      ])
    }
  }

  private noteMany(index: TableIndex, document: Document): void {
    for (const { field } of index.keys) {
      if (index.many.has(field) || !valuesAt(document, field).many) continue
      index.many.add(field)
      this.database.run('UPDATE indexes SET many = ? WHERE number = ?', [
        JSON.stringify([...index.many]),
        index.number,
      ])
    }
  }

  /** Places of the documents that hold a key of an index. */
  holders(index: TableIndex, key: Buffer): number[] {
    const sql = `SELECT seq FROM x${index.number} WHERE key >= ? AND key < ?`
    return this.database.all<{ seq: number }>(sql, [key, after(key)]).map(({ seq }) => seq)
  }

  /** The encoded id of the document at a place. */
  idAt(collection: Collection, seq: number): Buffer | undefined {
    const sql = `SELECT id FROM d${collection.number} WHERE seq = ?`
    const row = this.database.one<{ id: ArrayBuffer }>(sql, [seq])
    return row && Buffer.from(row.id)
  }

  count(collection: Collection): number {
    return this.database.all<{ n: number }>(`SELECT count(*) AS n FROM d${collection.number}`, [])[0]?.n ?? 0
  }

  /** Number of keys in a plan's ranges, counted up to `limit` only. */
  size(collection: Collection, plan: Plan<TableIndex>, limit: number): number {
    let total = 0
    for (const { low, high } of plan.ranges) {
      const column = plan.index.number === 0 ? 'id' : 'key'
      const sql = `SELECT count(*) AS n FROM (SELECT 1 FROM ${tableOf(collection, plan.index)}
        WHERE ${column} >= ? AND ${column} < ? LIMIT ?)`
      total += this.database.all<{ n: number }>(sql, [low, high, limit - total])[0]?.n ?? 0
      if (total >= limit) break
    }
    return total
  }

  close(): void {
    this.database.close()
  }
}

const tableOf = (collection: Collection, index: TableIndex) =>
  index.number === 0 ? `d${collection.number}` : `x${index.number}`

/** Keys of one list that are not in the other. */
function without(keys: Buffer[], others: Buffer[]): Buffer[] {
  if (keys.length === 1 && others.length === 1) return others[0]?.equals(keys[0] ?? others[0]) ? [] : keys
  return keys.filter((key) => !others.some((other) => other.equals(key)))
}
