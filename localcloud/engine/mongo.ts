import { randomBytes } from 'node:crypto'
import {
  type ClientSession,
  type Collection,
  type Db,
  MongoClient,
  type Document as MongoDocument,
  MongoError,
} from 'mongodb'
import {
  type Context,
  type Engine,
  EngineError,
  type Explanation,
  type Index,
  type Query,
  type Update,
  type Updated,
} from './engine.ts'
import { checkStorable, type Document, stringify } from './values.ts'

/** WeChat Cloud ends a transaction that is neither committed nor aborted by then. */
const TRANSACTION_MILLISECONDS = 30_000

interface Open {
  session: ClientSession
  timer: NodeJS.Timeout
}

/**
 * The engine on a MongoDB replica set or sharded cluster, for private clouds: nearly every action is one
 * call of the driver. What MongoDB does otherwise than the embedded engine: geo queries need a geo index
 * and are refused in counts; a reply does not tell what was examined or which index was used: `explain` does.
 */
export class MongoEngine implements Engine {
  private readonly client: MongoClient
  private readonly open = new Map<string, Open>()
  private known = new Set<string>()

  private constructor(client: MongoClient) {
    this.client = client
  }

  /** Refuses a server that is no replica set or cluster, because it has no transactions. */
  static async connect(url: string): Promise<MongoEngine> {
    const client = new MongoClient(url, {
      retryWrites: true,
      writeConcern: { w: 'majority', journal: true },
      readConcern: { level: 'majority' },
      ...(url.includes('serverSelectionTimeoutMS') ? {} : { serverSelectionTimeoutMS: 5000 }),
    })
    await client.connect()
    const hello = await client.db('admin').command({ hello: 1 })
    if (!hello.setName && hello.msg !== 'isdbgrid') {
      await client.close()
      throw new EngineError(
        'bad request',
        'this MongoDB server is neither a replica set nor a sharded cluster',
      )
    }
    return new MongoEngine(client)
  }

  private get db(): Db {
    return this.client.db()
  }

  /** A missing collection is an error here, though MongoDB itself would make one. */
  private async collection(name: string): Promise<Collection<MongoDocument>> {
    if (!this.known.has(name)) this.known = new Set(await this.collections())
    if (!this.known.has(name)) throw new EngineError('collection missing', `Db or Table not exist: ${name}`)
    return this.db.collection(name)
  }

  async collections(): Promise<string[]> {
    const list = await this.db.listCollections({}, { nameOnly: true }).toArray()
    return list.map(({ name }) => name).sort()
  }

  async createCollection(name: string): Promise<boolean> {
    if ((await this.collections()).includes(name)) return false
    await this.db.createCollection(name)
    return true
  }

  async declareIndexes(name: string, wanted: Index[]): Promise<void> {
    await this.createCollection(name)
    const collection = await this.collection(name)
    const text = ({ name, keys, unique }: Index) => JSON.stringify([name, keys, unique ?? false])
    const there = await this.indexes(name)
    for (const index of there) {
      if (!wanted.some((other) => text(other) === text(index))) await collection.dropIndex(index.name)
    }
    for (const index of wanted) {
      if (there.some((other) => text(other) === text(index))) continue
      const keys = Object.fromEntries(index.keys.map(({ field, direction }) => [field, direction]))
      await refusing(collection.createIndex(keys, { name: index.name, unique: index.unique ?? false }))
    }
  }

  async indexes(name: string): Promise<Index[]> {
    const list = await (await this.collection(name)).listIndexes().toArray()
    return list
      .filter((index) => index.name !== '_id_')
      .map((index) => ({
        name: String(index.name),
        keys: Object.entries(index.key as Record<string, number>).map(([field, direction]) => ({
          field,
          direction: direction < 0 ? (-1 as const) : (1 as const),
        })),
        unique: index.unique === true,
      }))
  }

  async describe(): Promise<{ collection: string; documents: number }[]> {
    const names = await this.collections()
    return Promise.all(
      names.map(async (collection) => ({
        collection,
        documents: await this.db.collection(collection).estimatedDocumentCount(),
      })),
    )
  }

  async find(name: string, query: Query, context: Context = {}): Promise<string[]> {
    const collection = await this.collection(name)
    const { filter, projection, skip = 0, limit = 0 } = query
    const sort = Object.fromEntries((query.sort ?? []).map(({ field, direction }) => [field, direction]))
    const options = {
      sort,
      skip,
      limit,
      session: this.session(context),
      ...(projection ? { projection } : {}),
    }
    const found = await refusing(collection.find(filter, options).toArray(), () => this.end(context))
    if (context.meter) context.meter.returned += found.length
    return found.map(stringify)
  }

  async count(name: string, filter: Document, context: Context = {}): Promise<number> {
    return refusing((await this.collection(name)).countDocuments(filter, { session: this.session(context) }))
  }

  async aggregate(name: string, stages: Document[], context: Context = {}): Promise<string[]> {
    const writes = stages
      .flatMap((stage) => Object.keys(stage))
      .find((stage) => stage === '$out' || stage === '$merge')
    if (writes) throw new EngineError('bad request', `aggregation stage ${writes} is not allowed`)
    const collection = await this.collection(name)
    const list = await refusing(collection.aggregate(stages, { session: this.session(context) }).toArray())
    return list.map(stringify)
  }

  async explain(name: string, query: Query): Promise<Explanation> {
    const { filter, skip = 0, limit = 0 } = query
    const sort = Object.fromEntries((query.sort ?? []).map(({ field, direction }) => [field, direction]))
    const collection = await this.collection(name)
    const plan = await refusing(collection.find(filter, { sort, skip, limit }).explain('queryPlanner'))
    const text = JSON.stringify(plan.queryPlanner?.winningPlan ?? {})
    const index = /"indexName":"([^"]+)"/.exec(text)?.[1] ?? (/IDHACK|EXPRESS/.test(text) ? '_id_' : 'scan')
    return { index, sorted: !/"stage":"SORT"/.test(text), exact: !/"filter":/.test(text) }
  }

  async insert(name: string, documents: Document[], context: Context = {}): Promise<unknown[]> {
    const collection = await this.collection(name)
    const whole = documents.map((document): MongoDocument => {
      checkStorable(document)
      return { ...document, _id: document._id ?? randomBytes(12).toString('hex') }
    })
    if (whole.length === 0) return []
    // One document is atomic by itself; several are stored all or none only in a transaction.
    const work = (session: ClientSession | undefined) =>
      collection.insertMany(whole, { session, ordered: true })
    const { transaction } = context
    const done =
      transaction === undefined && whole.length > 1
        ? this.client.withSession((session) => session.withTransaction(() => work(session)))
        : work(this.session(context))
    await refusing(done, () => this.end(context))
    return whole.map(({ _id }) => _id)
  }

  async update(name: string, update: Update, context: Context = {}): Promise<Updated> {
    const collection = await this.collection(name)
    const { filter, change, replace, many, upsert = false, returning } = update
    const session = this.session(context)
    const end = () => this.end(context)
    if (replace) checkStorable(change)
    // MongoDB would make an ObjectId; ids of the cloud are text.
    const onInsert = upsert && !('_id' in filter) ? { _id: randomBytes(12).toString('hex') } : undefined
    const operators = onInsert
      ? { ...change, $setOnInsert: { ...(change.$setOnInsert as object), ...onInsert } }
      : change
    if (returning) {
      const options = { session, upsert, returnDocument: 'after' as const }
      const found = await refusing(collection.findOneAndUpdate(filter, operators, options), end)
      const count = found ? 1 : 0
      return { matched: count, modified: count, document: found ? stringify(found) : undefined }
    }
    const work = replace
      ? collection.replaceOne(filter, onInsert ? { ...change, ...onInsert } : change, { session, upsert })
      : many
        ? collection.updateMany(filter, operators, { session, upsert })
        : collection.updateOne(filter, operators, { session, upsert })
    const result = await refusing(
      work as Promise<{ matchedCount: number; modifiedCount: number; upsertedId: unknown }>,
      end,
    )
    if (context.meter) context.meter.returned += result.matchedCount
    return {
      matched: result.matchedCount,
      modified: replace ? result.matchedCount : result.modifiedCount,
      upsertedId: result.upsertedId ?? undefined,
    }
  }

  async remove(name: string, filter: Document, many: boolean, context: Context = {}): Promise<number> {
    const collection = await this.collection(name)
    const session = this.session(context)
    const work = many ? collection.deleteMany(filter, { session }) : collection.deleteOne(filter, { session })
    return (await refusing(work, () => this.end(context))).deletedCount
  }

  async begin(): Promise<string> {
    const session = this.client.startSession()
    session.startTransaction({ readConcern: { level: 'snapshot' }, writeConcern: { w: 'majority' } })
    const name = randomBytes(16).toString('hex')
    const timer = setTimeout(() => void this.abort(name).catch(() => {}), TRANSACTION_MILLISECONDS)
    timer.unref()
    this.open.set(name, { session, timer })
    return name
  }

  async commit(name: string): Promise<void> {
    const session = this.session({ transaction: name })
    await refusing(session?.commitTransaction() ?? Promise.resolve()).finally(() => this.forget(name))
  }

  async abort(name: string): Promise<void> {
    const session = this.session({ transaction: name })
    await session?.abortTransaction().finally(() => this.forget(name))
  }

  async abortAll(): Promise<void> {
    for (const name of this.open.keys()) await this.abort(name).catch(() => {})
  }

  async close(): Promise<void> {
    await this.abortAll()
    await this.client.close()
  }

  private session({ transaction }: Context): ClientSession | undefined {
    if (transaction === undefined) return undefined
    const open = this.open.get(transaction)
    if (!open) throw new EngineError('transaction gone', 'Transaction does not exist on the server')
    return open.session
  }

  /** MongoDB ends a transaction at its first error; so does the cloud. */
  private async end({ transaction }: Context): Promise<void> {
    if (transaction !== undefined) await this.abort(transaction).catch(() => {})
  }

  private forget(name: string): void {
    const open = this.open.get(name)
    if (!open) return
    clearTimeout(open.timer)
    this.open.delete(name)
    void open.session.endSession()
  }
}

/** Turns the driver's errors into the engine's; `ended` is told of every error. */
async function refusing<T>(work: Promise<T>, ended: () => Promise<void> = async () => {}): Promise<T> {
  try {
    return await work
  } catch (error) {
    await ended()
    if (!(error instanceof MongoError)) throw error
    if (error.code === 11000) throw new EngineError('duplicate', error.message)
    if (error.code === 112 || error.hasErrorLabel('TransientTransactionError')) {
      throw new EngineError('conflict', error.message)
    }
    if (error.code === 251 || error.code === 290) throw new EngineError('transaction gone', error.message)
    throw new EngineError('bad request', error.message)
  }
}
