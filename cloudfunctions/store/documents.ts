import { database } from './collection.ts'

/**
 * Documents of any collection as the texts in which the cloud itself sends and takes them (EJSON), for commands that
 * carry a whole database: what goes through JavaScript values and back is not always the same (a whole number of type
 * double, an ObjectId). Reaches through wx-server-sdk to the requester of @cloudbase/database beneath it.
 */
interface Requester {
  send(action: string, parameters: object, options: object): Promise<Answered>
}
interface Answered {
  code?: string | number
  message?: string
  data?: { list?: string[]; total?: number }
}

/** The cloud refused a request, or could not be reached. */
export class RequestFailed extends Error {
  readonly code: string
  constructor(action: string, collection: string, code: string, message: string) {
    super(`${action} ${collection}: ${message} (${code})`)
    this.code = code
  }
  /** It says that one of the documents is there already. */
  get duplicate(): boolean {
    return /duplicate|already exists/i.test(`${this.code} ${this.message}`)
  }
}

/** Documents by id from `after` on, at most `limit` of the 1,000 that the cloud gives at once; '' is the beginning. */
export async function pageOf(collection: string, after: string, limit: number): Promise<string[]> {
  const where = after === '' ? {} : { _id: { $gt: after } }
  return read(collection, { query: JSON.stringify(where), order: byId, limit })
}

/** The documents with these ids that exist, at most 1,000, in no order. */
export async function withIds(collection: string, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return []
  return read(collection, { query: JSON.stringify({ _id: { $in: ids } }), limit: ids.length })
}

/** Documents of somebody by id from `after` on, at most `limit`; `field` must begin an index. */
export async function pageWith(
  collection: string,
  field: string,
  value: string,
  after: string,
  limit: number,
): Promise<string[]> {
  const where = { [field]: value, ...(after !== '' && { _id: { $gt: after } }) }
  return read(collection, { query: JSON.stringify(where), order: byId, limit })
}

/** How many documents a collection holds. */
export async function countAll(collection: string): Promise<number> {
  const { data } = await send('database.calculateDocument', collection, { query: '{}', queryType: 'WHERE' })
  return data?.total ?? 0
}

/** Adds documents; throws RequestFailed, `duplicate` when an id or a unique key is taken: then some may be there. */
export async function addAll(collection: string, documents: readonly string[]): Promise<void> {
  await send('database.insertDocument', collection, { data: documents })
}

/** Puts a document in the place of the one with its id; `document` is without the id. */
export async function replace(collection: string, id: string, document: string): Promise<void> {
  await send('database.modifyDocument', collection, {
    queryType: 'DOC',
    query: JSON.stringify({ _id: id }),
    data: document,
    multi: false,
    merge: false,
    upsert: true,
  })
}

// As the SDK itself writes it.
const byId = '{"_id":{"$numberInt":"1"}}'

async function read(collection: string, parameters: object): Promise<string[]> {
  const { data } = await send('database.getDocument', collection, { queryType: 'WHERE', ...parameters })
  return data?.list ?? []
}

async function send(action: string, collection: string, parameters: object): Promise<Answered> {
  const { _collection } = database.collection(collection) as unknown as {
    _collection: { _request: Requester }
  }
  const failed = (code: unknown, message: unknown) =>
    new RequestFailed(action, collection, String(code ?? ''), String(message))
  let answered: Answered
  try {
    answered = await _collection._request.send(action, { collectionName: collection, ...parameters }, {})
  } catch (error) {
    const { code, message } = error as { code?: unknown; message?: unknown }
    throw failed(code, message)
  }
  if (answered?.code) throw failed(answered.code, answered.message)
  return answered ?? {}
}
