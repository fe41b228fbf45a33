import { statSync } from 'node:fs'
import Libsql from 'libsql'

type Statement = Libsql.Statement<unknown[]>

const settings = [
  'journal_mode = WAL',
  // Each commit is on the disk before it is acknowledged.
  'synchronous = FULL',
  'wal_autocheckpoint = 10000',
  'cache_size = -131072',
  'mmap_size = 4294967296',
]

/** A database below this size is looked through at start, which takes less than a second. */
const CHECKED_BYTES = 100 * 1024 * 1024

/** One SQLite database: prepared statements, atomic steps. */
export class Database {
  private readonly database: Libsql.Database
  /** Held as long as the database is open: collections and transactions are kept in this process's memory. */
  private readonly lock: Libsql.Database | undefined
  private readonly statements = new Map<string, Statement>()

  /** `file` is a path; without it the database is in memory. */
  constructor(file: string | undefined) {
    this.lock = file === undefined ? undefined : new Libsql(`${file}.lock`)
    this.lock?.exec('BEGIN EXCLUSIVE')
    try {
      this.database = new Libsql(file ?? ':memory:')
      for (const setting of settings) this.database.exec(`PRAGMA ${setting}`)
      if (file && statSync(file).size < CHECKED_BYTES) this.check()
    } catch (error) {
      this.unlock()
      throw error
    }
  }

  private check(): void {
    const [{ quick_check: found }] = this.all<{ quick_check: string }>('PRAGMA quick_check(1)') as [
      { quick_check: string },
    ]
    if (found !== 'ok') throw Object.assign(new Error(found), { code: 'SQLITE_CORRUPT' })
  }

  private unlock(): void {
    this.lock?.exec('ROLLBACK')
    this.lock?.close()
  }

  /** libsql takes a lone Buffer for named parameters, so parameters always go in an array. */
  all<T>(sql: string, parameters: unknown[] = []): T[] {
    return this.statement(sql).all(parameters) as T[]
  }

  one<T>(sql: string, parameters: unknown[] = []): T | undefined {
    return this.statement(sql).get(parameters) as T | undefined
  }

  run(sql: string, parameters: unknown[] = []): Libsql.RunResult {
    return this.statement(sql).run(parameters)
  }

  /** Changes tables; prepared statements may not outlive that. */
  define(sql: string): void {
    this.statements.clear()
    this.database.exec(sql)
  }

  private statement(sql: string): Statement {
    let statement = this.statements.get(sql)
    if (!statement) {
      statement = this.database.prepare(sql)
      this.statements.set(sql, statement)
    }
    return statement
  }

  /** Everything in `work` is stored, or nothing. */
  atomically<T>(work: () => T): T {
    this.database.exec('BEGIN IMMEDIATE')
    try {
      const result = work()
      this.database.exec('COMMIT')
      return result
    } catch (error) {
      if (this.database.inTransaction) this.database.exec('ROLLBACK')
      throw error
    }
  }

  close(): void {
    this.all('PRAGMA wal_checkpoint(TRUNCATE)')
    this.statements.clear()
    this.database.close()
    this.unlock()
  }
}
