import { mkdirSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { checkOptions } from './checkOptions.ts'
import { removeDatabase } from './engine/database.ts'
import type { Engine, Explanation, Index, Query } from './engine/engine.ts'
import { MongoEngine } from './engine/mongo.ts'
import { SqliteEngine } from './engine/sqlite.ts'
import { parseDocument } from './engine/values.ts'
import { type Call, type Caller, type CallMeter, Calls } from './functions/calls.ts'
import { Host } from './functions/host.ts'
import { OpenApi, type Script, type Sent } from './openapi/openapi.ts'
import { type Preview, servePreview } from './preview/serve.ts'
import { type Access, addressOf, createCloudServer, type ServerOptions } from './server.ts'
import { engineError, listenError, orStartError } from './startErrors.ts'
import { Files } from './storage/files.ts'
import type { Fault } from './wire/faults.ts'

/** Indexes by collection. WeChat has no SDK call to create indexes, so they are declared at start. */
export type DeclaredIndexes = Record<string, Index[]>

/** All documents by collection, as EJSON texts. */
export type Dump = Record<string, string[]>

export interface CloudOptions {
  /** Folder of function folders, each with an index.js. */
  functions: string
  /** Folder for the database and the files; without it everything is in memory. */
  data?: string
  /** Removes the database and the files in the data folder first; what else lies there stays. */
  fresh?: boolean
  /** `mongodb://…` of a replica set or sharded cluster to use instead of the embedded database. */
  mongo?: string
  /** 0 or absent: any free port. */
  port?: number
  host?: string
  /** Collections named here exist from the start; a changed declaration rebuilds the indexes. */
  indexes?: DeclaredIndexes
  /** A phone frame with a built H5 at `/`. */
  preview?: Preview
  /** Answers of `cloud.openapi.*`, by name. */
  openapi?: Script
  /** Extra environment variables for the functions. */
  env?: Record<string, string>
  /** Name of the cloud environment that functions see. */
  envName?: string
  appid?: string
  /** Calls of one function side by side; default 4. */
  workers?: number
  /** Milliseconds after which a call is ended; default 20,000. */
  timeout?: number
  /** Who may come from other machines. */
  access?: Access
  /** Hears what functions print; default: this process's console, where a test can watch or silence it. */
  said?: (text: string, isError: boolean) => void
  /** The server clock of `db.serverDate()`. */
  now?: () => Date
}

export interface LocalCloud {
  url: string
  port: number
  /** Calls a function as a phone would: the answer is its return value, through JSON; throws what it threw. */
  call(functionName: string, event?: unknown, caller?: Caller): Promise<unknown>
  /** As `call`, with what the call has cost. */
  measure(
    functionName: string,
    event?: unknown,
    caller?: Caller,
  ): Promise<{ value: unknown; meter: CallMeter }>
  /** Runs a function as its timer in config.json would; `faults`: what goes wrong on its way. */
  trigger(functionName: string, timer?: string, faults?: Fault[]): Promise<unknown>
  /** The last calls of functions, oldest first, with what each cost. */
  recent(): readonly Call[]
  /** Stores a file as `wx.cloud.uploadFile` would; returns the file id. */
  upload(cloudPath: string, bytes: Buffer, type: string, openid: string): Promise<string>
  /** What was sent through `cloud.openapi`, oldest first. */
  sent(): Sent[]
  explain(collection: string, query: Query): Promise<Explanation>
  dump(): Promise<Dump>
  /** Makes the database hold exactly what a dump holds; indexes stay. */
  restore(dump: Dump): Promise<void>
  /** What killed workers left open is over, as 30 seconds later. */
  endTransactions(): Promise<void>
  close(): Promise<void>
}

/** For commands: what functions print as errors alone, so that it hides nothing else. */
export const onlyErrors = (text: string, isError: boolean): void => {
  if (isError) console.error(text)
}

/** Starts a WeChat Cloud on this machine: database, storage and the functions of a folder. */
export async function startCloud(options: CloudOptions): Promise<LocalCloud> {
  checkOptions(options)
  const env = options.envName ?? 'local'
  const now = options.now ?? (() => new Date())
  const functions = path.resolve(options.functions)
  orStartError(`the functions in ${functions} can't be read`, () => readdirSync(functions))
  const data = options.data && path.resolve(options.data)
  if (data)
    orStartError(`the folder ${data} can't be used for data`, () => mkdirSync(data, { recursive: true }))
  const engine = await openEngine(options, data)
  const files = await openFiles(engine, options, data)
  const calls = new Calls({ appid: options.appid ?? 'wx0000000000000000', env, now })
  const openapi = new OpenApi(options.openapi ?? {}, now)
  let url = ''
  const host = new Host({
    functions,
    env: options.env ?? {},
    most: options.workers ?? 4,
    milliseconds: options.timeout ?? 20_000,
    calls,
    now,
    said: options.said ?? ((text, isError) => (isError ? console.error(text) : console.log(text))),
    url: () => url,
  })
  const { preview, access = {} } = options
  const other: ServerOptions['other'] =
    preview && ((request, response) => servePreview(request, response, preview))
  const server = createCloudServer({ engine, files, host, calls, openapi, access, clock: { now }, other })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(options.port ?? 0, options.host ?? '127.0.0.1', resolve)
  }).catch(async (error: NodeJS.ErrnoException) => {
    await engine.close()
    throw listenError(error, options)
  })
  const address = addressOf(server)
  url = address.url
  const run = (functionName: string, event?: unknown, caller?: Caller) =>
    host.call(functionName, event, { origin: url, ...caller })
  return {
    ...address,
    call: async (functionName, event, caller) => (await run(functionName, event, caller)).value,
    measure: async (functionName, event, caller) => {
      const { value, call } = await run(functionName, event, caller)
      return { value, meter: call.meter }
    },
    trigger: async (functionName, timer, faults) =>
      (await host.trigger(functionName, timer, { origin: url, ...(faults && { faults }) })).value,
    upload: async (cloudPath, bytes, type, openid) => files.put(cloudPath, bytes, type, openid),
    recent: () => calls.recent,
    sent: () => openapi.sent,
    explain: (collection, query) => engine.explain(collection, query),
    dump: () => dump(engine),
    restore: (wanted) => restore(engine, wanted),
    endTransactions: () => engine.abortAll(),
    close: async () => {
      await host.close()
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
      await engine.close()
    },
  }
}

async function openEngine(options: CloudOptions, data: string | undefined): Promise<Engine> {
  const file = data && path.join(data, 'database.sqlite')
  let engine: Engine | undefined
  try {
    if (file && options.fresh) removeDatabase(file)
    engine = options.mongo ? await MongoEngine.connect(options.mongo) : new SqliteEngine(file)
    for (const [collection, indexes] of Object.entries(options.indexes ?? {})) {
      await engine.declareIndexes(collection, indexes)
    }
    return engine
  } catch (error) {
    await engine?.close()
    throw engineError(error as NodeJS.ErrnoException, file, options.mongo)
  }
}

/** The files of a data folder whose database is open, so that nobody else uses them. */
async function openFiles(
  engine: Engine,
  { envName: env = 'local', fresh }: CloudOptions,
  data?: string,
): Promise<Files> {
  const folder = data && path.join(data, 'files')
  try {
    return orStartError(`the folder ${folder} can't be used for files`, () => new Files(folder, env, fresh))
  } catch (error) {
    await engine.close()
    throw error
  }
}

async function dump(engine: Engine): Promise<Dump> {
  const all: Dump = {}
  for (const collection of await engine.collections()) {
    all[collection] = await engine.find(collection, { filter: {}, sort: [{ field: '_id', direction: 1 }] })
  }
  return all
}

async function restore(engine: Engine, wanted: Dump): Promise<void> {
  const now = await dump(engine)
  for (const collection of new Set([...Object.keys(now), ...Object.keys(wanted)])) {
    await engine.createCollection(collection)
    // Only what differs is written: a city's organisations stay where they are.
    const stored = new Set(now[collection])
    const kept = new Set(wanted[collection])
    const idsGone = [...stored].filter((text) => !kept.has(text)).map((text) => parseDocument(text)._id)
    const missing = [...kept].filter((text) => !stored.has(text)).map((text) => parseDocument(text))
    if (idsGone.length > 0) await engine.remove(collection, { _id: { $in: idsGone } }, true)
    if (missing.length > 0) await engine.insert(collection, missing)
  }
}
