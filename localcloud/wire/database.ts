import type { Context, Engine, Query } from '../engine/engine.ts'
import type { SortKey } from '../engine/paths.ts'
import { type Clock, type Document, isObject, MOST_BYTES, parse, parseDocument } from '../engine/values.ts'
import { WireError } from './errors.ts'

export type Parameters = Record<string, unknown>
export interface Served {
  engine: Engine
  clock: Clock
  context: Context
}
type Action = (parameters: Parameters, served: Served) => Promise<Document>

/** The cloud never returns more documents than this in one answer. */
const MOST_DOCUMENTS = 1000
const USUAL_DOCUMENTS = 100

/** The database actions of the wire, named as @cloudbase/database sends them. */
export const databaseActions: Record<string, Action> = {
  'database.getDocument': async (parameters, { engine, context }) => {
    const list = await engine.find(
      collectionOf(parameters),
      queryOf(parameters),
      contextOf(parameters, context),
    )
    return { data: { list: plainIds(list), limit: parameters.limit, offset: parameters.offset ?? 0 } }
  },

  'database.calculateDocument': async (parameters, { engine, context }) => {
    const total = await engine.count(
      collectionOf(parameters),
      filterOf(parameters),
      contextOf(parameters, context),
    )
    return { data: { total } }
  },

  'database.insertDocument': async (parameters, { engine, clock, context }) => {
    const texts = Array.isArray(parameters.data) ? parameters.data : [parameters.data]
    const documents = texts.map((text) => parseDocument(sized(String(text)), clock))
    const ids = await engine.insert(collectionOf(parameters), documents, contextOf(parameters, context))
    return { data: { insertedIds: ids.map(plainId) } }
  },

  'database.modifyDocument': async (parameters, { engine, clock, context }) => {
    const replace = parameters.merge === false
    const change = parseDocument(sized(textOf(parameters, 'data')), clock)
    if (Object.keys(change).length === 0 && !replace)
      throw new WireError('INVALID_PARAM', 'data must not be empty')
    const updated = await engine.update(
      collectionOf(parameters),
      {
        filter: filterOf(parameters),
        change,
        replace,
        many: parameters.multi === true,
        upsert: parameters.upsert === true,
      },
      contextOf(parameters, context),
    )
    const upsert_id = updated.upsertedId === undefined ? null : plainId(updated.upsertedId)
    return { data: { updated: updated.modified, matched: updated.matched, upsert_id } }
  },

  'database.modifyAndReturnDoc': async (parameters, { engine, clock, context }) => {
    const change = parseDocument(sized(textOf(parameters, 'data')), clock)
    const update = { filter: filterOf(parameters), change, returning: true }
    const updated = await engine.update(collectionOf(parameters), update, contextOf(parameters, context))
    return { data: { updated: updated.matched, doc: updated.document ?? null } }
  },

  'database.removeDocument': async (parameters, { engine, context }) => {
    const many = parameters.multi !== false
    const filter = filterOf(parameters)
    const deleted = await engine.remove(
      collectionOf(parameters),
      filter,
      many,
      contextOf(parameters, context),
    )
    return { data: { deleted } }
  },

  'database.aggregateDocuments': async (parameters, { engine, context }) => {
    const stages = (parameters.stages as { stageKey: string; stageValue: string }[]).map(
      ({ stageKey, stageValue }): Document => ({ [stageKey]: parse(stageValue) }),
    )
    const list = await engine.aggregate(collectionOf(parameters), stages, context)
    return { data: { list: plainIds(list) } }
  },

  'database.addCollection': async (parameters, { engine }) => {
    const name = collectionOf(parameters)
    if (await engine.createCollection(name)) return { message: 'success' }
    throw new WireError('DATABASE_COLLECTION_ALREADY_EXIST', `[ResourceExists] Table exist: ${name}.`)
  },

  'database.startTransaction': async (_, { engine }) => ({ transactionId: await engine.begin() }),

  'database.commitTransaction': async (parameters, { engine, context }) => {
    await engine.commit(textOf(parameters, 'transactionId'), context)
    return {}
  },

  'database.abortTransaction': async (parameters, { engine }) => {
    await engine.abort(textOf(parameters, 'transactionId'))
    return {}
  },
}

function textOf(parameters: Parameters, name: string): string {
  const value = parameters[name]
  if (typeof value !== 'string') throw new WireError('INVALID_PARAM', `${name} must be text`)
  return value
}

function sized(text: string): string {
  if (Buffer.byteLength(text) <= MOST_BYTES) return text
  throw new WireError(
    'DATABASE_REQUEST_FAILED',
    '[FailedOperation] object to insert too large, limit is 16 MB',
  )
}

function collectionOf(parameters: Parameters): string {
  const name = textOf(parameters, 'collectionName')
  if (/^[A-Za-z][\w.-]{0,119}$/.test(name)) return name
  throw new WireError('INVALID_PARAM', `not a collection name: ${name}`)
}

/** The filter, with `db.serverDate()` and EJSON types in place; absent or empty means all. */
function filterOf(parameters: Parameters): Document {
  const { query } = parameters
  if (query === undefined || query === null || query === '') return {}
  return typeof query === 'string' ? parseDocument(query) : isObject(query) ? query : {}
}

function contextOf(parameters: Parameters, context: Context): Context {
  const { transactionId } = parameters
  return typeof transactionId === 'string' && transactionId !== ''
    ? { ...context, transaction: transactionId }
    : context
}

export function queryOf(parameters: Parameters): Query {
  const limit = countOf(parameters, 'limit', USUAL_DOCUMENTS)
  return {
    filter: filterOf(parameters),
    sort: sortOf(parameters.order),
    skip: countOf(parameters, 'offset', 0),
    limit: Math.min(limit, MOST_DOCUMENTS),
    projection: typeof parameters.projection === 'string' ? parseDocument(parameters.projection) : undefined,
  }
}

function countOf(parameters: Parameters, name: string, usual: number): number {
  const count = parameters[name] ?? usual
  if (typeof count === 'number' && count >= 0) return count
  throw new WireError('INVALID_PARAM', `${name} must not be negative`)
}

function sortOf(order: unknown): SortKey[] {
  if (typeof order !== 'string') return []
  const parsed = parse(order)
  if (Array.isArray(parsed)) {
    return parsed.map(({ field, direction }: { field: string; direction: string }) => ({
      field,
      direction: direction === 'desc' ? -1 : 1,
    }))
  }
  return Object.entries(parsed as Document).map(([field, direction]) => ({
    field,
    direction: Number(direction) < 0 ? -1 : 1,
  }))
}

/** Ids travel as text or number; an ObjectId as its hexadecimal digits. */
function plainId(id: unknown): unknown {
  return typeof id === 'object' && id !== null && 'toHexString' in id ? String(id) : id
}

/** As the real cloud answers: ids of type ObjectId arrive as text. Quotes inside texts are escaped, so nothing else matches. */
export function plainIds(list: string[]): string[] {
  return list.map((text) =>
    text.includes('{"$oid":') ? text.replace(/\{"\$oid":("[0-9a-f]{24}")\}/g, (_, id: string) => id) : text,
  )
}
