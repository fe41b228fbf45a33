import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { indexes } from '../../cloudfunctions/store/indexes.ts'
import { type ActionName, contract, type Reply } from '../../domain/contract.ts'
import { SqliteEngine } from '../../localcloud/engine/sqlite.ts'
import { type LocalCloud, onlyErrors, startCloud } from '../../localcloud/start.ts'
import { buildFunctions } from '../build/functions.ts'
import { cityOrganisations, loadCity } from '../load/city.ts'
import { connect } from '../load/connect.ts'
import { loadPeople } from '../load/people.ts'
import { atMost, type Measure } from './measure.ts'
import { loadLedger } from './points/crowd.ts'
import { community, hats, loadShop, type Step, steps } from './points/day.ts'
import { payInParallel, sellOut } from './points/parallel.ts'

const part = 'points'
const dist = fileURLToPath(new URL('../../dist/', import.meta.url))

interface Cost {
  requests: number
  examined: number
  returned: number
}

/** Wire requests and documents examined of what is done with points, in a town and in a city; and many at once. */
export async function run({ quick }: { quick: boolean }): Promise<Measure[]> {
  const city = quick ? { people: 5_000, entries: 100_000 } : { people: 184_000, entries: 5_000_000 }
  // Everybody in the town has done as much as everybody in the city: what grows is how many they are.
  const town = { people: 1_000, entries: Math.round((1_000 * city.entries) / city.people) }
  const small = await inCity(town, measureAll)
  const large = await inCity(city, async (cloud, now) => ({
    costs: await measureAll(cloud, now),
    atOnce: [...(await payInParallel(community, now)), ...(await sellOut(cloud, crowd, 'bench-last'))],
  }))
  return [
    ...steps.flatMap((step) => measuresOf(step, small[step.name], large.costs[step.name])),
    ...large.atOnce,
  ]
}

const crowd = Array.from({ length: 200 }, (_, index) => `o-crowd-${index}`)

function measuresOf(
  { name, most, each = 1 }: Step,
  before: Cost | undefined,
  after: Cost | undefined,
): Measure[] {
  if (!before || !after) throw new Error(name)
  const growth = after.examined / Math.max(1, before.examined)
  return [
    atMost({ part, name: `${name}: wire requests`, value: after.requests / each, unit: 'requests' }, most),
    { part, name: `${name}: documents examined`, value: after.examined, unit: 'documents' },
    atMost({ part, name: `${name}: growth of documents examined`, value: growth, unit: '×' }, 1.2),
  ]
}

async function inCity<T>(
  { people, entries }: { people: number; entries: number },
  work: (cloud: LocalCloud, now: number) => Promise<T>,
): Promise<T> {
  mkdirSync(dist, { recursive: true })
  const functions = mkdtempSync(join(dist, 'bench-functions-'))
  const data = mkdtempSync(join(dist, 'bench-data-'))
  await buildFunctions(functions)
  const organisations = cityOrganisations('2101')
  const communities = organisations.filter(({ kind }) => kind === 'community')
  const now = Date.now()
  const engine = new SqliteEngine(join(data, 'database.sqlite'))
  await loadLedger(engine, communities, people, entries, now)
  await engine.close()
  const cloud = await startCloud({ said: onlyErrors, functions, data, indexes, timeout: 600_000 })
  try {
    connect(cloud.url)
    await loadCity(organisations)
    await loadPeople(
      hats.map((hat) => ({ ...hat, name: '', note: '' })),
      organisations,
      now,
    )
    await loadShop(crowd)
    return await work(cloud, now)
  } finally {
    await cloud.close()
    for (const folder of [functions, data]) rmSync(folder, { recursive: true, force: true })
  }
}

async function measureAll(cloud: LocalCloud, now: number): Promise<Record<string, Cost>> {
  const answers: Record<string, unknown> = {}
  const found: Record<string, Cost> = {}
  for (const [index, { name, who, hat, action, input }] of steps.entries()) {
    const event = {
      action,
      input: await input(answers, now),
      ...(contract[action].write && { requestId: `bench-request-${index}` }),
      ...(hat !== undefined && { hat }),
    }
    const { value, meter } = await cloud.measure('api', event, { openid: who })
    const reply = value as Reply<ActionName>
    if (!reply.ok) throw new Error(`${name}: ${reply.error.message}`)
    answers[name] = reply.data
    const requests = Object.values(meter.requests).reduce((sum, count) => sum + count, 0)
    found[name] = { requests, examined: meter.examined, returned: meter.returned }
  }
  return found
}
