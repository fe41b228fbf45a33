import type { Database } from './database.ts'
import type { Index } from './engine.ts'
import { duplicate, keysOf, withSeq } from './entries.ts'
import { valuesAt } from './paths.ts'
import { batches, type Row } from './scan.ts'
import type { Collection } from './tables.ts'
import { parseDocument } from './values.ts'

/**
 * The entries of new indexes over what a collection holds: every document is read once for all of them, and each index
 * is stored in its own order. A million documents take minutes so, and hours when entries come as the documents do.
 */
export class SortedEntries {
  private readonly fields: Set<string>[]
  private readonly database: Database
  private readonly collection: Collection
  private readonly indexes: readonly Index[]
  private filled = false

  constructor(database: Database, collection: Collection, indexes: readonly Index[]) {
    this.database = database
    this.collection = collection
    this.indexes = indexes
    this.fields = indexes.map(() => new Set())
  }

  /** Reads the documents. */
  gather(): void {
    for (const batch of batches(this.database, this.collection)) {
      if (!this.filled)
        for (const position of this.indexes.keys())
          this.database.define(`CREATE TEMP TABLE s${position} (key BLOB NOT NULL, seq INTEGER NOT NULL)`)
      this.filled = true
      this.add(batch)
    }
  }

  private add(batch: readonly Row[]): void {
    const documents = batch.map(({ seq, body }) => ({ seq, document: parseDocument(body) }))
    this.database.atomically(() => {
      for (const [position, index] of this.indexes.entries()) {
        const fields = this.fields[position]
        const entries = documents.flatMap(({ seq, document }) => {
          for (const { field } of index.keys) if (valuesAt(document, field).many) fields?.add(field)
          return keysOf(index, document).map((key) => [withSeq(key, seq).toString('hex'), seq])
        })
        // One text for all: handing over each value costs libsql more than storing it.
        this.database.run(
          `INSERT INTO s${position} (key, seq) SELECT unhex(value ->> 0), value ->> 1 FROM json_each(?)`,
          [JSON.stringify(entries)],
        )
      }
    })
  }

  /** Fields in which some document has several values. */
  many(position: number): Set<string> {
    return this.fields[position] ?? new Set()
  }

  /** Puts the entries of one index into its table. Throws `duplicate` for a unique one that two documents share. */
  store(position: number, table: string): void {
    if (!this.filled) return
    this.database.run(
      `INSERT OR IGNORE INTO ${table} (key, seq) SELECT key, seq FROM s${position} ORDER BY key`,
    )
    const index = this.indexes[position]
    if (!index?.unique) return
    const bare = 'substr(key, 1, length(key) - 8)'
    const shared = this.database.one<{ seq: number }>(
      `SELECT seq FROM (SELECT seq, ${bare} AS own, lag(${bare}) OVER (ORDER BY key) AS before FROM ${table})
        WHERE own = before LIMIT 1`,
    )
    if (!shared) return
    const row = this.database.one<Row>(`SELECT seq, body FROM d${this.collection.number} WHERE seq = ?`, [
      shared.seq,
    ])
    throw duplicate(this.collection, index, row ? parseDocument(row.body) : {})
  }

  drop(): void {
    if (!this.filled) return
    for (const position of this.indexes.keys()) this.database.define(`DROP TABLE temp.s${position}`)
  }
}
