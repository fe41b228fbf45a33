import { fork } from 'node:child_process'
import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import { atLeast, type Measure } from './measure.ts'
import type { Share, Told, Walked } from './model/walks.ts'

const part = 'model'

/**
 * Random steps by random people: on many appeals no illegal state is reached, on points nothing is made or lost, sold
 * twice, paid twice, or below zero. Every core takes a share, with seeds of its own.
 */
export async function run({ quick }: { quick: boolean }): Promise<Measure[]> {
  const wanted = quick ? 20_000 : 1_000_000
  const appeals = await walk('appeals', wanted)
  const points = await walk('points', wanted)
  return [
    atLeast(
      { part, name: 'steps on points without a fault in the ledger', value: points.steps, unit: 'steps' },
      wanted,
    ),
    { part, name: 'refused on points', value: points.refused, unit: 'steps' },
    atLeast(
      { part, name: 'steps tried without an illegal state', value: appeals.steps, unit: 'steps' },
      wanted,
    ),
    { part, name: 'refused', value: appeals.refused, unit: 'steps' },
    ...Object.entries(appeals.actions).map(([action, value]) => ({
      part,
      name: `taken: ${action}`,
      value,
      unit: 'steps',
    })),
  ]
}

async function walk(of: Share['of'], wanted: number): Promise<Walked> {
  const cores = availableParallelism()
  const done = Array.from({ length: cores }, () => 0)
  const say = (core: number, steps: number) => {
    done[core] = steps
    console.error(`${done.reduce((sum, each) => sum + each)} of ${wanted} steps on ${of}`)
  }
  const walked = await Promise.all(
    done.map((_, core) =>
      share({ of, steps: Math.ceil(wanted / cores), seed: core + 1, stride: cores }, (steps) =>
        say(core, steps),
      ),
    ),
  )
  const actions: Record<string, number> = {}
  for (const { actions: taken } of walked)
    for (const [action, times] of Object.entries(taken)) actions[action] = (actions[action] ?? 0) + times
  const sum = (key: 'steps' | 'refused') => walked.reduce((total, each) => total + each[key], 0)
  return { steps: sum('steps'), refused: sum('refused'), actions }
}

const walks = fileURLToPath(new URL('./model/walks.ts', import.meta.url))

function share(share: Share, told: (steps: number) => void): Promise<Walked> {
  const child = fork(walks, [JSON.stringify(share)], { execArgv: ['--import', 'tsx'] })
  return new Promise((resolve, reject) => {
    child.on('message', (message: Told) => {
      if ('walked' in message) resolve(message.walked)
      else told(message.steps)
    })
    child.on('error', reject)
    // A fault ends it, having said where; after the last message this changes nothing.
    child.on('exit', (code) => reject(new Error(`${share.of}: a process of the model ended with ${code}`)))
  })
}
