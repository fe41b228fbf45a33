import { existsSync, mkdirSync, statSync } from 'node:fs'
import path from 'node:path'
import { type Engine, EngineError, type Explanation, type Index, type Query } from './engine/engine.ts'
import { MongoEngine } from './engine/mongo.ts'
import { SqliteEngine } from './engine/sqlite.ts'
import { parseDocument } from './engine/values.ts'
import { type Caller, type CallMeter, Calls } from './functions/calls.ts'
import { Host } from './functions/host.ts'
import { OpenApi, type Script, type Sent } from './openapi/openapi.ts'
import { type Preview, servePreview } from './preview/serve.ts'
import { type Access, addressOf, createCloudServer, type ServerOptions } from './server.ts'
import { Files } from './storage/files.ts'

/** Indexes by collection. WeChat has no SDK call to create indexes, so they are declared at start. */
export type DeclaredIndexes = Record<string, Index[]>

/** All documents by collection, as EJSON texts. */
export type Dump = Record<string, string[]>

export interface CloudOptions {
  /** Folder of function folders, each with an index.js. */
  functions: string
  /** Folder for the database and the files; without it everything is in memory. */
  data?: string
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
  /** Milliseconds after which an open transaction is ended; default 30,000, as on WeChat. */
  transactionTimeout?: number
  /** Who may come from other machines. */
  access?: Access
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
  /** Runs a function as its timer in config.json would. */
  trigger(functionName: string, timer?: string): Promise<unknown>
  /** Stores a file as `wx.cloud.uploadFile` would; returns the file id. */
  upload(cloudPath: string, bytes: Buffer, type: string, openid: string): Promise<string>
  /** What was sent through `cloud.openapi`, oldest first. */
  sent(): Sent[]
  explain(collection: string, query: Query): Promise<Explanation>
  dump(): Promise<Dump>
  /** Makes the database hold exactly what a dump holds; indexes stay. */
  restore(dump: Dump): Promise<void>
  close(): Promise<void>
}

/** A cloud that can't start, with a sentence for people. */
export class StartError extends Error {}

/** Starts a WeChat Cloud on this machine: database, storage and the functions of a folder. */
export async function startCloud(options: CloudOptions): Promise<LocalCloud> {
  const env = options.envName ?? 'local'
  const now = options.now ?? (() => new Date())
  const functions = path.resolve(options.functions)
  if (!existsSync(functions) || !statSync(functions).isDirectory()) {
    throw new StartError(`there is no folder of functions at ${functions}`)
  }
  const data = options.data && makeFolder(path.resolve(options.data))
  const engine = await openEngine(options, data)
  const files = new Files(data && path.join(data, 'files'), env)
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
    url: () => url,
  })
  const { preview, access = {} } = options
  const other: ServerOptions['other'] =
    preview && ((request, response) => servePreview(request, response, preview))
  const server = createCloudServer({ engine, files, host, calls, openapi, access, clock: { now }, other })
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(listenError(error, options)))
    server.listen(options.port ?? 0, options.host ?? '127.0.0.1', resolve)
  }).catch(async (error: unknown) => {
    await engine.close()
    throw error
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
    trigger: (functionName, timer) => host.trigger(functionName, timer),
    upload: async (cloudPath, bytes, type, openid) => files.put(cloudPath, bytes, type, openid),
    sent: () => openapi.sent,
    explain: (collection, query) => engine.explain(collection, query),
    dump: () => dump(engine),
    restore: (wanted) => restore(engine, wanted),
    close: async () => {
      await host.close()
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
      await engine.close()
    },
  }
}

function makeFolder(folder: string): string {
  try {
    mkdirSync(folder, { recursive: true })
    return folder
  } catch (error) {
    throw new StartError(`the folder ${folder} can't be used for data: ${(error as Error).message}`)
  }
}

async function openEngine(options: CloudOptions, data: string | undefined): Promise<Engine> {
  const file = data && path.join(data, 'database.sqlite')
  let engine: Engine | undefined
  try {
    engine = options.mongo
      ? await MongoEngine.connect(options.mongo)
      : new SqliteEngine(file, options.transactionTimeout)
    for (const [collection, indexes] of Object.entries(options.indexes ?? {})) {
      await engine.declareIndexes(collection, indexes)
    }
    return engine
  } catch (error) {
    await engine?.close()
    throw engineError(error as NodeJS.ErrnoException, file, options.mongo)
  }
}

function engineError(
  error: NodeJS.ErrnoException,
  file: string | undefined,
  mongo: string | undefined,
): Error {
  const { message } = error
  const code = String(error.code ?? '')
  if (error instanceof EngineError) return new StartError(`an index can't be made: ${message}`)
  if (mongo) return new StartError(`MongoDB can't be used: ${message}`)
  if (/NOTADB|CORRUPT/.test(code)) {
    return new StartError(
      `the database ${file} is damaged (${message}): put a copy back, or move it away to start anew`,
    )
  }
  if (/BUSY|LOCKED/.test(code)) return new StartError(`the database ${file} is in use by another local cloud`)
  if (/CANTOPEN|READONLY|PERM/.test(code))
    return new StartError(`the database ${file} can't be opened: ${message}`)
  return error
}

function listenError(error: NodeJS.ErrnoException, { port, host = '127.0.0.1' }: CloudOptions): Error {
  if (error.code === 'EADDRINUSE')
    return new StartError(`port ${port} is taken: choose another, or 0 for any free one`)
  if (error.code === 'EACCES') return new StartError(`port ${port} may not be used: choose one above 1023`)
  if (error.code === 'EADDRNOTAVAIL') return new StartError(`${host} is no address of this machine`)
  return error
}

async function dump(engine: Engine): Promise<Dump> {
  const all: Dump = {}
  for (const collection of await engine.collections()) {
    all[collection] = await engine.find(collection, { filter: {}, sort: [{ field: '_id', direction: 1 }] })
  }
  return all
}

async function restore(engine: Engine, wanted: Dump): Promise<void> {
  for (const collection of await engine.collections()) await engine.remove(collection, {}, true)
  for (const [collection, texts] of Object.entries(wanted)) {
    await engine.createCollection(collection)
    if (texts.length > 0)
      await engine.insert(
        collection,
        texts.map((text) => parseDocument(text)),
      )
  }
}
