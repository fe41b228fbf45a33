import { duplicate, keysOf } from './entries.ts'
import { encode } from './order.ts'
import {
  type Change,
  type Collection,
  idIndex,
  type TableIndex,
  type Tables,
  type Version,
} from './tables.ts'
import type { Transaction, Transactions, Write } from './transactions.ts'
import { BadValue, checkStorable, type Document, MOST_BYTES, parseDocument, stringify } from './values.ts'

/** Changes documents: at once and durably outside a transaction, else noted and locked for its commit. */
export class Writing {
  private readonly tables: Tables
  private readonly transactions: Transactions

  constructor(tables: Tables, transactions: Transactions) {
    this.tables = tables
    this.transactions = transactions
  }

  version(document: Document): Version {
    checkStorable(document)
    const body = stringify(document)
    if (Buffer.byteLength(body) > MOST_BYTES)
      throw new BadValue(`Resulting document after update is larger than ${MOST_BYTES}`)
    return { id: encode(document._id), body, document }
  }

  private stored(collection: Collection, id: Buffer): Version | null {
    const row = this.tables.byId(collection, id)
    return row ? { id, body: row.body, document: parseDocument(row.body) } : null
  }

  change(
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

  /** Stores what a transaction has noted. */
  commit(transaction: Transaction): void {
    const changes = [...transaction.writes].flatMap(([name, writes]) => {
      const collection = this.tables.get(name)
      return [...writes.values()].map((write) => ({
        ...write,
        collection,
        before: this.stored(collection, write.id),
      }))
    })
    if (changes.length > 0) this.store(changes)
  }
}
