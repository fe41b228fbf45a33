import { closeSync, openSync, rmSync, statSync } from 'node:fs'
import Libsql from 'libsql'

type Statement = Libsql.Statement<unknown[]>

const settings = [
  'journal_mode = WAL',
  // Each commit is on the disk before it is acknowledged.
  'synchronous = FULL',
  'wal_autocheckpoint = 10000',
  'cache_size = -131072',
  'mmap_size = 4294967296',
  // What is sorted on the way may be larger than the memory; libsql would keep it there.
  'temp_store = FILE',
]

/** A database below this size is looked through at start, which takes less than a second. */
const CHECKED_BYTES = 100 * 1024 * 1024

/** Opens a file that can be read and written; of others the system says more than libsql does. */
function open(file: string): Libsql.Database {
  closeSync(openSync(file, 'a+'))
  return new Libsql(file)
}

/** Held as long as a database is open: collections and transactions are kept in its process's memory. */
function lock(file: string): () => void {
  const held = open(`${file}.lock`)
  try {
    held.exec('BEGIN EXCLUSIVE')
  } catch (error) {
    held.close()
    throw error
  }
  return () => {
    held.exec('ROLLBACK')
    held.close()
  }
}

/** Removes the files of a database, unless it is in use. */
export function removeDatabase(file: string): void {
  const unlock = lock(file)
  try {
    for (const end of ['', '-wal', '-shm']) rmSync(`${file}${end}`, { force: true })
  } finally {
    unlock()
  }
}

/** One SQLite database: prepared statements, atomic steps. */
export class Database {
  private readonly database: Libsql.Database
  private readonly unlock: () => void
  private readonly statements = new Map<string, Statement>()

  /** `file` is a path; without it the database is in memory. */
  constructor(file: string | undefined) {
    this.unlock = file === undefined ? () => {} : lock(file)
    try {
      this.database = file === undefined ? new Libsql(':memory:') : open(file)
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
