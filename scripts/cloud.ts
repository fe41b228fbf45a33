import { readFileSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import type { Preview } from '../localcloud/preview/serve.ts'
import { type DeclaredIndexes, startCloud } from '../localcloud/start.ts'

const help = `npm run cloud -- --functions DIR [options]

  --functions DIR   folder of cloud function folders, each with an index.js
  --data DIR        where database and files are kept (without it: in memory, gone at the end)
  --port P          port (default 3777; 0 takes any free one)
  --host H          address to listen on (default 127.0.0.1)
  --indexes FILE    JSON: {"collection": [{"name", "keys": [{"field", "direction": 1 or -1}], "unique"?}]}
  --preview FILE    JSON: {"folder", "title", "people"}: serves a built H5 in a phone frame at /
  --workers N       calls of one function side by side (default 4)
  --timeout S       seconds after which a call is ended (default 20)
  --help            this text

  POST /call/<function>     body: the event as JSON; header x-wx-openid: who calls
  POST /upload?path=<path>  body: a file, as wx.cloud.uploadFile sends it`

const { values } = parseArgs({
  options: {
    functions: { type: 'string' },
    data: { type: 'string' },
    port: { type: 'string', default: '3777' },
    host: { type: 'string', default: '127.0.0.1' },
    indexes: { type: 'string' },
    preview: { type: 'string' },
    workers: { type: 'string', default: '4' },
    timeout: { type: 'string', default: '20' },
    help: { type: 'boolean' },
  },
})

if (values.help || !values.functions) {
  console.log(help)
  process.exit(values.help ? 0 : 2)
}

const readJson = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'))

function readPreview(file: string): Preview {
  const preview = readJson(file) as Preview
  return { ...preview, folder: path.resolve(path.dirname(file), preview.folder) }
}

// Cloud functions run in UTC on WeChat Cloud; worker threads share the clock's zone with this process.
process.env.TZ ??= 'UTC'

const cloud = await startCloud({
  functions: values.functions,
  data: values.data,
  port: Number(values.port),
  host: values.host,
  indexes: values.indexes ? (readJson(values.indexes) as DeclaredIndexes) : undefined,
  preview: values.preview ? readPreview(values.preview) : undefined,
  workers: Number(values.workers),
  timeout: Number(values.timeout) * 1000,
})
const place = values.data ? path.resolve(values.data) : 'in memory'
console.log(`local cloud at ${cloud.url}  functions: ${path.resolve(values.functions)}  data: ${place}`)

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => void cloud.close().then(() => process.exit(0)))
}
