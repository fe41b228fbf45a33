import { randomBytes } from 'node:crypto'
import type { Version } from './tables.ts'

export interface Transaction {
  name: string
  /** Number of the last commit that this transaction sees; set by its first operation, as in MongoDB. */
  snapshot: number | undefined
  /** Its own writes: collection → id → what the document shall be. */
  writes: Map<string, Map<string, Write>>
  locks: Set<string>
  /** Settled when the transaction has ended, however. */
  ended: Promise<void>
  end: () => void
}

/** What a transaction makes of a document; null when it removes it. */
export interface Write {
  id: Buffer
  after: Version | null
}

/** Raised for a write outside a transaction that has to wait until `holder` has ended. */
export class Busy extends Error {
  readonly holder: Transaction
  constructor(holder: Transaction) {
    super('document is being changed by a transaction')
    this.holder = holder
  }
}

export class ConflictError extends Error {}

/** WeChat Cloud ends a transaction that is neither committed nor aborted by then. */
export const TRANSACTION_MILLISECONDS = 30_000

interface Before {
  commit: number
  before: Version | null
}

/**
 * Snapshots and locks over requests: each transaction sees the state at its first operation and its own
 * writes; who writes a document first wins, the second is refused at once. Old versions are kept only
 * while a transaction may still look at them.
 */
export class Transactions {
  private commits = 0
  private readonly open = new Map<string, Transaction>()
  private readonly locks = new Map<string, Transaction>()
  /** collection → id → what documents were before each commit, oldest first. */
  private readonly versions = new Map<string, Map<string, Before[]>>()

  private readonly milliseconds: number

  constructor(milliseconds = TRANSACTION_MILLISECONDS) {
    this.milliseconds = milliseconds
  }

  begin(): Transaction {
    let settle = () => {}
    const ended = new Promise<void>((resolve) => {
      settle = resolve
    })
    const name = randomBytes(16).toString('hex')
    const timer = setTimeout(() => this.end(transaction), this.milliseconds)
    timer.unref()
    const transaction: Transaction = {
      name,
      snapshot: undefined,
      writes: new Map(),
      locks: new Set(),
      ended,
      end: () => {
        clearTimeout(timer)
        settle()
      },
    }
    this.open.set(name, transaction)
    return transaction
  }

  get(name: string): Transaction | undefined {
    const transaction = this.open.get(name)
    if (transaction) transaction.snapshot ??= this.commits
    return transaction
  }

  end(transaction: Transaction): void {
    this.open.delete(transaction.name)
    for (const lock of transaction.locks) this.locks.delete(lock)
    if (![...this.open.values()].some(({ snapshot }) => snapshot !== undefined)) this.versions.clear()
    transaction.end()
  }

  endAll(): void {
    for (const transaction of [...this.open.values()]) this.end(transaction)
  }

  /** Takes a lock for a transaction, or, without one, looks whether it is free. */
  lock(name: string, transaction: Transaction | undefined): void {
    const holder = this.locks.get(name)
    if (holder && holder !== transaction) throw transaction ? new ConflictError() : new Busy(holder)
    if (!transaction || holder) return
    this.locks.set(name, transaction)
    transaction.locks.add(name)
  }

  /** First writer wins: refuses to write what was changed after the transaction's snapshot. */
  lockDocument(collection: string, id: string, transaction: Transaction | undefined): void {
    this.lock(`${collection}\n${id}`, transaction)
    const last = this.versions.get(collection)?.get(id)?.at(-1)
    if (transaction?.snapshot !== undefined && last && last.commit > transaction.snapshot)
      throw new ConflictError()
  }

  /** What a transaction sees of one document: undefined when it is simply what is stored. */
  seen(collection: string, id: string, transaction: Transaction | undefined): Version | null | undefined {
    if (!transaction) return undefined
    const own = transaction.writes.get(collection)?.get(id)
    if (own) return own.after
    const { snapshot = this.commits } = transaction
    return this.versions
      .get(collection)
      ?.get(id)
      ?.find(({ commit }) => commit > snapshot)?.before
  }

  /** All documents of a collection that look otherwise to a transaction than they are stored. */
  view(collection: string, transaction: Transaction | undefined): Map<string, Version | null> {
    const view = new Map<string, Version | null>()
    if (!transaction) return view
    for (const id of this.versions.get(collection)?.keys() ?? []) {
      const seen = this.seen(collection, id, transaction)
      if (seen !== undefined) view.set(id, seen)
    }
    for (const [id, { after }] of transaction.writes.get(collection) ?? []) view.set(id, after)
    return view
  }

  write(transaction: Transaction, collection: string, id: string, write: Write): void {
    const writes = transaction.writes.get(collection)
    if (writes) writes.set(id, write)
    else transaction.writes.set(collection, new Map([[id, write]]))
  }

  /** Notes that a commit has changed these documents; `before` is what they were. */
  committed(changes: { collection: string; id: string; before: Version | null }[]): void {
    this.commits++
    const snapshots = [...this.open.values()].flatMap(({ snapshot }) =>
      snapshot === undefined ? [] : [snapshot],
    )
    if (snapshots.length === 0) return
    for (const { collection, id, before } of changes) {
      const documents = this.versions.get(collection) ?? new Map<string, Before[]>()
      this.versions.set(collection, documents)
      const list = documents.get(id) ?? []
      documents.set(id, list)
      list.push({ commit: this.commits, before })
    }
    if (this.commits % 256 === 0) this.forget(Math.min(...snapshots))
  }

  /** Drops versions that every open transaction is younger than. */
  private forget(oldest: number): void {
    for (const documents of this.versions.values()) {
      for (const [id, list] of documents) {
        const kept = list.filter(({ commit }) => commit > oldest)
        if (kept.length === 0) documents.delete(id)
        else documents.set(id, kept)
      }
    }
  }
}
