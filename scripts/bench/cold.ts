import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildFunctions } from '../build/functions.ts'
import { atMost, type Measure } from './measure.ts'

const part = 'cold'
const dist = fileURLToPath(new URL('../../dist/', import.meta.url))

interface Start {
  /** Until the module can be called. */
  milliseconds: number
  modules: number
  /** Of its own files, those that were read by then. */
  bytes: number
  /** Until it has understood a first call too, that of the home page, and would ask the database. */
  first: number
}

/** As it is installed, and as a function brings it. */
const bareSdk = 'wx-server-sdk'
const ownSdk = 'wx-server-sdk in one file'

/**
 * What a function takes before it can answer for the first time: requiring it, beside requiring bare wx-server-sdk, which
 * each function would have to. Each start is a process of its own, all in turns; medians.
 */
export async function run({ quick }: { quick: boolean }): Promise<Measure[]> {
  mkdirSync(dist, { recursive: true })
  const functions = mkdtempSync(join(dist, 'bench-functions-'))
  try {
    const names = await buildFunctions(functions)
    const starts = new Map<string, Start[]>([
      [bareSdk, []],
      [ownSdk, []],
      ...names.map((name) => [name, []] as [string, Start[]]),
    ])
    for (let turn = 0; turn < (quick ? 5 : 40); turn += 1)
      for (const [name, found] of starts) found.push(start(placeOf(name, functions)))
    const bare = median(starts.get(bareSdk) ?? [])
    const own = median(starts.get(ownSdk) ?? [])
    const beside = (milliseconds: number) => milliseconds / bare.milliseconds
    const api = median(starts.get('api') ?? [])
    return [
      { part, name: 'bare wx-server-sdk', value: bare.milliseconds, unit: 'ms' },
      { part, name: 'bare wx-server-sdk: modules', value: bare.modules, unit: 'modules' },
      { part, name: `${ownSdk}, to bare`, value: beside(own.milliseconds), unit: '×' },
      ...names.flatMap((name) => {
        const own = median(starts.get(name) ?? [])
        return [
          { part, name: `${name}: bundle`, value: bytesOf(join(functions, name)) / 1024, unit: 'KB' },
          { part, name: `${name}: read at its start`, value: own.bytes / 1024, unit: 'KB' },
          { part, name, value: own.milliseconds, unit: 'ms' },
          { part, name: `${name}: modules`, value: own.modules, unit: 'modules' },
          atMost(
            { part, name: `${name} to bare wx-server-sdk`, value: beside(own.milliseconds), unit: '×' },
            mostToBare,
          ),
        ]
      }),
      {
        part,
        name: 'api until it understood the call of the home page, to bare wx-server-sdk',
        value: beside(api.first),
        unit: '×',
      },
    ]
  } finally {
    rmSync(functions, { recursive: true, force: true })
  }
}

/** What was promised is 1.15; what one file made of it is not to be given away again. */
const mostToBare = 0.8

const placeOf = (name: string, functions: string): string =>
  name === bareSdk
    ? bareSdk
    : join(functions, ...(name === ownSdk ? ['api/node_modules', bareSdk] : [name]), 'index.js')

const bytesOf = (folder: string): number =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.js'))
    .reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0)

// What the call holds besides is refused as soon as its schema is read, before anything goes over a wire.
const script = `
  const { dirname } = require('node:path')
  const { statSync } = require('node:fs')
  const [what] = process.argv.slice(1)
  const began = performance.now()
  const { main } = require(what)
  const milliseconds = performance.now() - began
  const files = Object.keys(require.cache)
  const bytes = files.filter((file) => file.startsWith(dirname(what) + '/')).reduce((sum, file) => sum + statSync(file).size, 0)
  const say = (first) => console.log(JSON.stringify({ milliseconds, modules: files.length, bytes, first }))
  if (main && what.endsWith('/api/index.js'))
    main({ action: 'person.home', input: { nothing: 'known' } }).then((reply) => {
      if (reply.ok || reply.error.code !== 'FIELD_UNKNOWN') throw new Error(JSON.stringify(reply))
      say(performance.now() - began)
    })
  else say(milliseconds)`

/** What WeChat tells a function of where it runs; without it the SDK asks a host that only Tencent's network has. */
const atWeChat = {
  TENCENTCLOUD_RUNENV: 'SCF',
  TENCENTCLOUD_REGION: 'ap-shanghai',
  SCF_NAMESPACE: 'bench-cold',
}

function start(what: string): Start {
  const said = execFileSync(process.execPath, ['-e', script, what], {
    encoding: 'utf8',
    cwd: dist,
    env: { ...process.env, ...atWeChat },
  })
  // The function's own log comes first.
  return JSON.parse(said.trim().split('\n').at(-1) ?? '') as Start
}

function median(starts: readonly Start[]): Start {
  const sorted = [...starts].sort((a, b) => a.milliseconds - b.milliseconds)
  const found = sorted[sorted.length >> 1]
  if (!found) throw new Error('nothing was started')
  return found
}
