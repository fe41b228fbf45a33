import Libsql from 'libsql'

type Statement = Libsql.Statement<unknown[]>

/** One SQLite database: prepared statements, atomic steps. */
export class Database {
  private readonly database: Libsql.Database
  private readonly statements = new Map<string, Statement>()

  /** `file` is a path; without it the database is in memory. */
  constructor(file: string | undefined) {
    this.database = new Libsql(file ?? ':memory:')
    for (const setting of [
      'journal_mode = WAL',
      // Each commit is on the disk before it is acknowledged.
      'synchronous = FULL',
      'wal_autocheckpoint = 10000',
      'cache_size = -131072',
      'mmap_size = 4294967296',
    ]) {
      this.database.exec(`PRAGMA ${setting}`)
    }
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
  }
}
