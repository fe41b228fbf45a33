import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Preview } from '../localcloud/preview/serve.ts'
import { type DeclaredIndexes, startCloud } from '../localcloud/start.ts'
import { StartError } from '../localcloud/startErrors.ts'
import { readOptions } from './options.ts'

const help = `npm run cloud -- --functions DIR [options]

  --functions DIR   folder of cloud function folders, each with an index.js
  --data DIR        where database and files are kept (without it: in memory, gone at the end)
  --port P          port (default 3777; 0 takes any free one)
  --host H          address to listen on (default 127.0.0.1)
  --indexes FILE    JSON: {"collection": [{"name", "keys": [{"field", "direction": 1 or -1}], "unique"?}]}
  --preview FILE    JSON: {"folder", "title", "people"}: serves a built H5 in a phone frame at /
  --openapi FILE    JSON: {"subscribeMessage.send": {"errcode": 0}}: what cloud.openapi.* answers
  --mongo URL       mongodb://… of a replica set or sharded cluster, instead of the embedded database
  --open            anyone who reaches this server may act as anyone (closed networks only)
  --workers N       calls of one function side by side (default 4)
  --timeout S       seconds after which a call is ended (default 20)
  --help            this text

  POST /call/<function>     body: the event as JSON; header x-wx-openid: who calls
                            also x-wx-open-data, x-meter: 1, x-fault: lose@2 (localcloud/README.md)
  POST /trigger/<function>  runs it as its timer in config.json would
  POST /upload?path=<path>  body: a file, as wx.cloud.uploadFile sends it
  GET  /sent                what went out through cloud.openapi
  GET  /_                   data browser

From other machines: CLOUD_GATEWAY=<token> in the environment lets a gateway in that sends it in
x-cloud-gateway; CLOUD_SECRET_ID and CLOUD_SECRET_KEY let signed wire requests in.`

const values = readOptions({
  functions: { type: 'string' },
  data: { type: 'string' },
  port: { type: 'string', default: '3777' },
  host: { type: 'string', default: '127.0.0.1' },
  indexes: { type: 'string' },
  preview: { type: 'string' },
  openapi: { type: 'string' },
  mongo: { type: 'string' },
  open: { type: 'boolean' },
  workers: { type: 'string', default: '4' },
  timeout: { type: 'string', default: '20' },
  help: { type: 'boolean' },
})
const { functions } = values

if (values.help || !functions) {
  console.log(help)
  process.exit(values.help ? 0 : 2)
}

function end(sentence: string): never {
  console.error(`local cloud: ${sentence}`)
  process.exit(1)
}

/** The object in a JSON file that an option names. */
function readJson(option: 'indexes' | 'preview' | 'openapi'): Record<string, unknown> | undefined {
  const file = values[option]
  if (file === undefined) return undefined
  try {
    const value: unknown = JSON.parse(readFileSync(file, 'utf8'))
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return { ...value }
  } catch (error) {
    end(`--${option} ${file} can't be read: ${(error as Error).message}`)
  }
  end(`--${option} ${file} must hold a JSON object`)
}

function readPreview(): Preview | undefined {
  if (values.preview === undefined) return undefined
  const { folder, title, people } = readJson('preview') ?? {}
  if (typeof folder !== 'string' || typeof title !== 'string' || !Array.isArray(people))
    end(`--preview ${values.preview} must hold a folder, a title and a list of people`)
  return { folder: path.resolve(path.dirname(values.preview), folder), title, people }
}

// Cloud functions run in UTC on WeChat Cloud; worker threads share the clock's zone with this process.
process.env.TZ ??= 'UTC'

const { CLOUD_GATEWAY, CLOUD_SECRET_ID, CLOUD_SECRET_KEY } = process.env
const cloud = await startCloud({
  functions,
  data: values.data,
  mongo: values.mongo,
  port: Number(values.port),
  host: values.host,
  indexes: readJson('indexes') as DeclaredIndexes | undefined,
  preview: readPreview(),
  openapi: readJson('openapi'),
  access: {
    gateway: CLOUD_GATEWAY,
    secrets: CLOUD_SECRET_ID && CLOUD_SECRET_KEY ? { id: CLOUD_SECRET_ID, key: CLOUD_SECRET_KEY } : undefined,
    open: values.open,
  },
  workers: Number(values.workers),
  timeout: Number(values.timeout) * 1000,
}).catch((error: unknown) => {
  if (!(error instanceof StartError)) throw error
  end(error.message)
})
const place =
  values.mongo?.replace(/\/\/[^@/]*@/, '//') ?? (values.data ? path.resolve(values.data) : 'in memory')
console.log(`local cloud at ${cloud.url}  functions: ${path.resolve(functions)}  data: ${place}`)
console.log(`look inside: ${cloud.url}/_`)

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => void cloud.close().then(() => process.exit(0)))
}
