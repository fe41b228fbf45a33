import { placed } from '../log.ts'
import { type Collection, database, dataOf, guarded } from './collection.ts'

/** What one transaction reads and writes, by id: the only forms that take part in it (conditions silently would not). */
export interface Transaction {
  get<T extends { _id: string }>(of: Collection<T>, id: string): Promise<T | undefined>
  add<T extends { _id: string }>(of: Collection<T>, document: T): Promise<void>
  /** Changes fields of a document that is there; an object as a whole by `command.set`. */
  update<T extends { _id: string }>(
    of: Collection<T>,
    id: string,
    change: Record<string, unknown>,
  ): Promise<void>
  /** Removes a document; nothing happens when there is none. */
  remove<T extends { _id: string }>(of: Collection<T>, id: string): Promise<void>
}

const attempts = 10

/**
 * Runs work whose documents must change together. The SDK reports a conflict and leaves it at that, so it is tried
 * again here, a little later each time: `work` may run several times, and reads and writes nothing but through what
 * it is given. A document that was added meanwhile is a conflict too.
 */
export async function inTransaction<R>(
  work: (transaction: Transaction) => Promise<R>,
  most = attempts,
): Promise<R> {
  for (let attempt = 1; ; attempt += 1) {
    const running: Running = await database.startTransaction()
    try {
      const result = await work(transactionOf(running))
      await running.commit()
      return result
    } catch (error) {
      // After a conflict there is nothing left to roll back, and it says so.
      await running.rollback().catch(() => {})
      if (!mayRetry(error) || attempt === most) throw placed(error, 'transaction')
      await new Promise((resume) =>
        setTimeout(resume, (1 + Math.random()) * 20 * Math.min(attempt, attempts)),
      )
    }
  }
}

// The SDK's own types say nothing of it.
interface Running {
  collection(name: string): {
    where(condition: object): { limit(most: number): { get(): Promise<unknown> } }
    add(document: { data: object }): Promise<unknown>
    doc(id: string): { update(change: { data: object }): Promise<unknown>; remove(): Promise<unknown> }
  }
  commit(): Promise<unknown>
  rollback(): Promise<unknown>
}

function transactionOf(running: Running): Transaction {
  return {
    async get<T extends { _id: string }>(of: Collection<T>, id: string) {
      const found = await running
        .collection(of.name)
        .where(guarded({ _id: id }))
        .limit(1)
        .get()
      return dataOf<T>(found)[0]
    },
    async add(of, document) {
      await running.collection(of.name).add({ data: document })
    },
    async update(of, id, change) {
      await running.collection(of.name).doc(id).update({ data: change })
    },
    async remove(of, id) {
      await running.collection(of.name).doc(id).remove()
    },
  }
}

const mayRetry = (error: unknown): boolean =>
  error instanceof Error && /conflict|duplicate|already exists/i.test(error.message)
