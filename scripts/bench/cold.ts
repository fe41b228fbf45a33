import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs'
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
}

/**
 * What a function takes before it can answer for the first time: requiring it, beside requiring bare wx-server-sdk, which
 * each function needs. Each start is a process of its own, the two in turns; medians.
 */
export async function run({ quick }: { quick: boolean }): Promise<Measure[]> {
  mkdirSync(dist, { recursive: true })
  const functions = mkdtempSync(join(dist, 'bench-functions-'))
  try {
    const names = await buildFunctions(functions)
    const starts = new Map<string, Start[]>([
      ['wx-server-sdk', []],
      ...names.map((name) => [name, []] as [string, Start[]]),
    ])
    for (let turn = 0; turn < (quick ? 5 : 40); turn += 1)
      for (const [name, found] of starts)
        found.push(start(name === 'wx-server-sdk' ? name : join(functions, name, 'index.js')))
    const bare = median(starts.get('wx-server-sdk') ?? [])
    return [
      { part, name: 'bare wx-server-sdk', value: bare.milliseconds, unit: 'ms' },
      { part, name: 'bare wx-server-sdk: modules', value: bare.modules, unit: 'modules' },
      ...names.flatMap((name) => {
        const own = median(starts.get(name) ?? [])
        const bytes = statSync(join(functions, name, 'index.js')).size
        return [
          { part, name: `${name}: bundle`, value: bytes / 1024, unit: 'KB' },
          { part, name, value: own.milliseconds, unit: 'ms' },
          {
            part,
            name: `${name}: modules beside the SDK’s`,
            value: own.modules - bare.modules,
            unit: 'modules',
          },
          atMost(
            {
              part,
              name: `${name} to bare wx-server-sdk`,
              value: own.milliseconds / bare.milliseconds,
              unit: '×',
            },
            1.15,
          ),
        ]
      }),
    ]
  } finally {
    rmSync(functions, { recursive: true, force: true })
  }
}

const script = `
  const began = performance.now()
  require(process.argv[1])
  const milliseconds = performance.now() - began
  console.log(JSON.stringify({ milliseconds, modules: Object.keys(require.cache).length }))`

function start(what: string): Start {
  return JSON.parse(
    execFileSync(process.execPath, ['-e', script, what], { encoding: 'utf8', cwd: dist }),
  ) as Start
}

function median(starts: readonly Start[]): Start {
  const sorted = [...starts].sort((a, b) => a.milliseconds - b.milliseconds)
  const found = sorted[sorted.length >> 1]
  if (!found) throw new Error('nothing was started')
  return found
}
