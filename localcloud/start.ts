import { mkdirSync } from 'node:fs'
import path from 'node:path'
import type { Index } from './engine/engine.ts'
import { SqliteEngine } from './engine/sqlite.ts'
import { type Caller, Calls } from './functions/calls.ts'
import { Host } from './functions/host.ts'
import { type Preview, servePreview } from './preview/serve.ts'
import { addressOf, createCloudServer, type ServerOptions } from './server.ts'
import { Files } from './storage/files.ts'

/** Indexes by collection. WeChat has no SDK call to create indexes, so they are declared at start. */
export type DeclaredIndexes = Record<string, Index[]>

export interface CloudOptions {
  /** Folder of function folders, each with an index.js. */
  functions: string
  /** Folder for the database and the files; without it everything is in memory. */
  data?: string
  /** 0 or absent: any free port. */
  port?: number
  host?: string
  /** Collections named here exist from the start; a changed declaration rebuilds the indexes. */
  indexes?: DeclaredIndexes
  /** A phone frame with a built H5 at `/`. */
  preview?: Preview
  /** Extra environment variables for the functions. */
  env?: Record<string, string>
  /** Name of the cloud environment that functions see. */
  envName?: string
  appid?: string
  /** Calls of one function side by side; default 4. */
  workers?: number
  /** Milliseconds after which a call is ended; default 20,000. */
  timeout?: number
  /** The server clock of `db.serverDate()`. */
  now?: () => Date
}

export interface LocalCloud {
  url: string
  port: number
  /** Calls a function as a phone would: the answer is its return value, through JSON; throws what it threw. */
  call(functionName: string, event?: unknown, caller?: Caller): Promise<unknown>
  /** Stores a file as `wx.cloud.uploadFile` would; returns the file id. */
  upload(cloudPath: string, bytes: Buffer, type: string, openid: string): Promise<string>
  close(): Promise<void>
}

/** Starts a WeChat Cloud on this machine: database, storage and the functions of a folder. */
export async function startCloud(options: CloudOptions): Promise<LocalCloud> {
  const env = options.envName ?? 'local'
  const now = options.now ?? (() => new Date())
  if (options.data) mkdirSync(options.data, { recursive: true })
  const engine = new SqliteEngine(options.data && path.join(options.data, 'database.sqlite'))
  const files = new Files(options.data && path.join(options.data, 'files'), env)
  for (const [collection, indexes] of Object.entries(options.indexes ?? {})) {
    await engine.declareIndexes(collection, indexes)
  }
  const calls = new Calls({ appid: options.appid ?? 'wx0000000000000000', env, now })
  let url = ''
  const host = new Host({
    functions: path.resolve(options.functions),
    env: options.env ?? {},
    most: options.workers ?? 4,
    milliseconds: options.timeout ?? 20_000,
    calls,
    url: () => url,
  })
  const { preview } = options
  const other: ServerOptions['other'] =
    preview && ((request, response) => servePreview(request, response, preview))
  const server = createCloudServer({ engine, files, host, calls, clock: { now }, other })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(options.port ?? 0, options.host ?? '127.0.0.1', resolve)
  })
  const address = addressOf(server)
  url = address.url
  return {
    ...address,
    call: (functionName, event, caller) => host.call(functionName, event, { origin: url, ...caller }),
    upload: async (cloudPath, bytes, type, openid) => files.put(cloudPath, bytes, type, openid),
    close: async () => {
      await host.close()
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
      await engine.close()
    },
  }
}
