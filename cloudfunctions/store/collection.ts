import cloud from 'wx-server-sdk'
import { placed } from '../log.ts'

cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV as unknown as string })

export const database = cloud.database()
/** Commands for conditions and updates: `command.gt(3)`, `command.push([…])`. */
export const command = database.command

export type Where = Record<string, unknown>
type Sort = readonly (readonly [field: string, order: 'asc' | 'desc'])[]

export interface Query {
  where: Where
  sort?: Sort
  /** At most 1,000: without a limit the cloud silently answers with 100. */
  limit: number
  /** Fields to leave out, so that lists stay small. */
  without?: readonly string[]
  /** The only fields to bring, beside the id. */
  only?: readonly string[]
}

/** A collection with the types of its documents; the only door to the cloud's database. */
export interface Collection<T extends { _id: string }> {
  readonly name: string
  /** The document, or undefined when there is none. */
  get(id: string): Promise<T | undefined>
  /** Documents in order, at most `limit`. */
  find(query: Query): Promise<T[]>
  /** Adds documents; false, and nothing added, when an id or a unique key is taken. */
  add(...documents: T[]): Promise<boolean>
  /** Changes what fits the condition, atomically for each document; how many were changed. */
  update(where: Where, change: Record<string, unknown>): Promise<number>
  /** Puts a document in place, whether or not there is one. */
  put(document: T): Promise<void>
  /** Removes a document, if it is there. */
  remove(id: string): Promise<void>
  /** Removes all that fits the condition; how many. */
  removeAll(where: Where): Promise<number>
  count(where: Where): Promise<number>
  /** The same, but no more than `most`, and no more is looked at. */
  countUpTo(where: Where, most: number): Promise<number>
}

export function collection<T extends { _id: string }>(name: string): Collection<T> {
  const made = unplaced<T>(name)
  const from =
    <A extends unknown[], R>(method: string, work: (...given: A) => Promise<R>) =>
    async (...given: A): Promise<R> => {
      try {
        return await work(...given)
      } catch (error) {
        throw placed(error, `${name}.${method}`)
      }
    }
  return {
    name,
    get: from('get', made.get),
    find: from('find', made.find),
    add: from('add', made.add),
    update: from('update', made.update),
    put: from('put', made.put),
    remove: from('remove', made.remove),
    removeAll: from('removeAll', made.removeAll),
    count: from('count', made.count),
    countUpTo: from('countUpTo', made.countUpTo),
  }
}

/** The same, with errors as the SDK throws them: of our own code they say nothing. */
function unplaced<T extends { _id: string }>(name: string): Collection<T> {
  const all = database.collection(name)
  return {
    name,
    async get(id) {
      const found = await all
        .where(guarded({ _id: id }))
        .limit(1)
        .get()
      return dataOf<T>(found)[0]
    },
    async find({ where, sort = [], limit, without = [], only = [] }) {
      let query = all.where(guarded(where))
      for (const [field, order] of sort) query = query.orderBy(field, order)
      if (without.length > 0) query = query.field(Object.fromEntries(without.map((field) => [field, false])))
      if (only.length > 0) query = query.field(Object.fromEntries(only.map((field) => [field, true])))
      return dataOf<T>(await query.limit(limit).get())
    },
    async add(...documents) {
      try {
        await all.add({ data: documents.length === 1 ? documents[0] : documents } as never)
        return true
      } catch (error) {
        if (isDuplicate(error)) return false
        throw error
      }
    },
    async update(where, change) {
      const result = (await all.where(guarded(where)).update({ data: change })) as {
        stats: { updated: number }
      }
      return result.stats.updated
    },
    async put({ _id, ...rest }) {
      await all.doc(_id).set({ data: rest } as never)
    },
    async remove(id) {
      await all.where(guarded({ _id: id })).remove()
    },
    async removeAll(where) {
      const result = (await all.where(guarded(where)).remove()) as { stats: { removed: number } }
      return result.stats.removed
    },
    async count(where) {
      const result = (await all.where(guarded(where)).count()) as { total: number }
      return result.total
    },
    async countUpTo(where, most) {
      const found = await all.where(guarded(where)).field({ _id: true }).limit(most).get()
      return dataOf(found).length
    },
  }
}

// The SDK's types allow an answer without data; its promise form always has it.
export function dataOf<T>(answer: unknown): T[] {
  return (answer as { data: T[] }).data
}

// The SDK drops undefined conditions: `{openid: undefined}` would match everyone.
export function guarded(where: Where): Where {
  for (const [field, value] of Object.entries(where))
    if (value === undefined) throw new Error(`condition on ${field} is undefined`)
  return where
}

// The cloud reports a taken id or unique key as -501001; only the message tells.
export function isDuplicate(error: unknown): boolean {
  return error instanceof Error && /duplicate|already exists/i.test(error.message)
}
