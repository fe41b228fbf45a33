import type { Index } from '../../cloudfunctions/store/indexes.ts'
import type { FunctionSettings } from '../build/functions.ts'
import { type Ask, CallFailed } from '../deploy/calls.ts'
import { closed, collectionNames } from '../deploy/collections.ts'
import type { Environment } from '../deploy/environment.ts'
import { type FoundFunction, readFunctions } from '../deploy/functions.ts'
import { hasIndex, indexes } from '../deploy/indexes.ts'
import { rules, storage, storageRule } from '../deploy/rules.ts'
import { strangerTo } from './strangers.ts'

export interface Row {
  what: string
  says: string
  ok: boolean
}

/** What an environment is held against. */
export interface Expected {
  collections: Record<string, Index[]>
  functions: (FunctionSettings & { name: string })[]
}

/** Looks at everything that was deployed, without changing anything. */
export async function look(ask: Ask, environment: Environment, expected: Expected): Promise<Row[]> {
  const wanted = {
    ...expected,
    functions: expected.functions.map((each) => ({ ...each, code: '', mark: '' })),
  }
  const there = await collectionNames(ask, environment)
  const found = await indexes.read(ask, environment, wanted)
  const tags = await rules.read(ask, environment, wanted)
  const rows = Object.entries(expected.collections).map(([name, declared]) =>
    row(
      `collection ${name}`,
      there.includes(name)
        ? [
            ...declared
              .filter((index) => !hasIndex(found, name, index))
              .map((index) => `the index ${index.name} is missing`),
            ...(tags[name] === closed ? [] : [`phones can reach it: ${tags[name]}`]),
          ]
        : ['it is missing'],
      `${declared.length} indexes, closed to phones`,
    ),
  )
  const rule = await storage.read(ask, environment, wanted)
  rows.push(
    row('storage', rule === storageRule ? [] : [`its rule is ${rule}`], 'only who made a file can change it'),
  )
  const { ours } = await readFunctions(ask, environment, expected)
  for (const each of expected.functions) {
    const here = ours[each.name]
    rows.push(
      row(
        `function ${each.name}`,
        here ? faultsOf(each, here) : ['it is missing'],
        `${each.runtime}, ${each.timeout} s, ${each.memory} MB, ${here?.description}`,
      ),
    )
    for (const timer of each.timers) rows.push(timerRow(each.name, timer, here))
    if (here) rows.push(await strangerRow(ask, environment, each.name))
  }
  return rows
}

const row = (what: string, faults: string[], well: string): Row => ({
  what,
  says: faults.length > 0 ? faults.join('; ') : well,
  ok: faults.length === 0,
})

function faultsOf(wanted: FunctionSettings, found: FoundFunction): string[] {
  const differences: [string, string | number, string | number][] = [
    ['runtime', found.runtime, wanted.runtime],
    ['time limit', found.timeout, wanted.timeout],
    ['memory', found.memory, wanted.memory],
    ['state', found.status, 'Active'],
  ]
  return differences
    .filter(([, is, should]) => is !== should)
    .map(([name, is, should]) => `its ${name} is ${is} and should be ${should}`)
}

function timerRow(name: string, timer: { name: string; cron: string }, found?: FoundFunction): Row {
  const there = found?.timers.find((each) => each.name === timer.name)
  const faults = there
    ? [
        ...(there.cron === timer.cron ? [] : [`it runs at ${there.cron}`]),
        ...(there.on ? [] : ['it is switched off']),
      ]
    : ['it is missing']
  return row(`timer ${name}`, faults, timer.cron)
}

async function strangerRow(ask: Ask, environment: Environment, name: string): Promise<Row> {
  const { event, refused } = strangerTo(name)
  const what = `${name}, called by a stranger`
  try {
    const params = { env: environment.id, name, event }
    const { resp_data } = await ask({ service: 'wechat', action: 'tcb/invokecloudfunction', params })
    if (refused(JSON.parse(String(resp_data)))) return row(what, [], 'runs, and refuses')
    return row(what, ['it answered something else than a refusal'], '')
  } catch (error) {
    if (error instanceof CallFailed) return row(what, [error.message], '')
    if (error instanceof SyntaxError) return row(what, ['it answered no JSON'], '')
    throw error
  }
}
