import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { indexes } from '../../cloudfunctions/store/indexes.ts'
import type { Appeal } from '../../domain/appeal/appeal.ts'
import { type ActionName, contract, type Reply } from '../../domain/contract.ts'
import type { Role } from '../../domain/people/roles.ts'
import type { Organisation } from '../../domain/place/organisation.ts'
import { SqliteEngine } from '../../localcloud/engine/sqlite.ts'
import type { Document } from '../../localcloud/engine/values.ts'
import type { CallMeter } from '../../localcloud/functions/calls.ts'
import { type LocalCloud, onlyErrors, startCloud } from '../../localcloud/start.ts'
import { buildFunctions } from '../build/functions.ts'
import { cityOrganisations, loadCity } from '../load/city.ts'
import { connect } from '../load/connect.ts'
import { loadPeople } from '../load/people.ts'
import { uploadPhoto } from '../load/phone.ts'
import { crowd, riderId, workerId } from './appeals/crowd.ts'
import { type Before, city, district, rider, steps, worker } from './appeals/day.ts'
import { type Lives, lives } from './appeals/life.ts'
import { atMost, type Measure } from './measure.ts'

export const part = 'appeals'

const dist = fileURLToPath(new URL('../../dist/', import.meta.url))
const batch = 1000
const timerStep = "the timer's batch"

interface Sizes {
  appeals: number
  people: number
}

/** Wire requests, documents examined and returned of what is done with appeals, in a town and in a city. */
export function run({ quick }: { quick: boolean }): Promise<Measure[]> {
  const large = quick ? { appeals: 100_000, people: 18_400 } : { appeals: 1_000_000, people: 184_000 }
  return compare({ appeals: 10_000, people: 1_840 }, large, quick ? 20 : 100)
}

/** The same for two sizes; `turns` whole lives of an appeal are timed in the larger one. */
export async function compare(small: Sizes, large: Sizes, turns: number): Promise<Measure[]> {
  const town = await costs(small, 0)
  const whole = await costs(large, turns)
  const measures = whole.costs.flatMap(({ name, requests, examined, returned, most }, index): Measure[] => {
    const before = town.costs[index]
    if (before?.name !== name) throw new Error(name)
    const growth = examined / Math.max(1, before.examined)
    return [
      atMost({ part, name: `${name}: wire requests`, value: requests, unit: 'requests' }, most),
      atMost(
        { part, name: `${name}: documents examined`, value: examined, unit: 'documents' },
        2 * returned + 5,
      ),
      atMost(
        { part, name: `${name}: growth from ${small.appeals} to ${large.appeals}`, value: growth, unit: '×' },
        1.2,
      ),
    ]
  })
  const { functions, engine } = whole.lives
  return [
    { part, name: `load ${large.appeals} appeals`, value: whole.seconds, unit: 's' },
    { part, name: 'keys of an appeal', value: whole.keys, unit: 'keys' },
    ...measures,
    { part, name: 'a whole life through the functions', value: functions, unit: 'ms' },
    { part, name: 'the same writes in the bare engine', value: engine, unit: 'ms' },
    { part, name: 'functions to bare engine', value: functions / engine, unit: '×' },
  ]
}

interface Cost {
  name: string
  requests: number
  examined: number
  returned: number
  most: number
}

interface Costs {
  costs: Cost[]
  lives: Lives
  seconds: number
  keys: number
}

async function costs({ appeals, people }: Sizes, turns: number): Promise<Costs> {
  mkdirSync(dist, { recursive: true })
  const functions = mkdtempSync(join(dist, 'bench-functions-'))
  const data = mkdtempSync(join(dist, 'bench-data-'))
  await buildFunctions(functions)
  const organisations = cityOrganisations('2101')
  const loaded = await load(join(data, 'database.sqlite'), organisations, { appeals, people })
  const cloud = await startCloud({ said: onlyErrors, functions, data, indexes, timeout: 600_000 })
  try {
    connect(cloud.url)
    await loadCity(organisations)
    await loadStaff(organisations)
    const measured = await measureAll(cloud)
    return {
      ...loaded,
      costs: measured,
      lives: turns > 0 ? await lives(cloud, turns) : { functions: 0, engine: 1 },
    }
  } finally {
    await cloud.close()
    for (const folder of [functions, data]) rmSync(folder, { recursive: true, force: true })
  }
}

/** Straight into the engine: what is measured is what is done with them, not how they came. */
async function load(
  file: string,
  organisations: readonly Organisation[],
  { appeals: size, people }: Sizes,
): Promise<{ seconds: number; keys: number }> {
  const engine = new SqliteEngine(file)
  await engine.declareIndexes('people', indexes.people)
  await engine.declareIndexes('appeals', [])
  const now = Date.now()
  for (let start = 0; start < people; start += batch)
    await engine.insert(
      'people',
      Array.from({ length: Math.min(batch, people - start) }, (_, offset) => personOf(start + offset, now)),
    )
  await engine.insert('people', [
    { ...personOf(0, now), _id: riderId, openid: rider.who },
    { ...personOf(0, now), _id: workerId, openid: worker.who },
  ])
  const began = performance.now()
  let keys = 0
  let some: Appeal[] = []
  let loaded = 0
  for (const appeal of crowd(size, organisations, now)) {
    keys += appeal.keys?.length ?? 0
    some.push(appeal)
    loaded += 1
    if (some.length < batch && loaded < size) continue
    await engine.insert('appeals', some as unknown as Document[])
    some = []
    if (loaded % 50_000 === 0) console.error(`loading ${size} appeals: ${loaded}`)
  }
  // Over what is there already: a million is indexed in minutes.
  await engine.declareIndexes('appeals', indexes.appeals)
  const seconds = (performance.now() - began) / 1000
  await engine.close()
  return { seconds, keys: keys / size }
}

const personOf = (index: number, createdAt: number): Document => ({
  _id: `person-${index}`,
  openid: `person-${index}`,
  trade: 'delivery',
  appointments: [],
  createdAt,
})

async function loadStaff(organisations: readonly Organisation[]): Promise<void> {
  const staff = [worker, district, city].map(({ who, hat }) => {
    const [role, ...rest] = hat.split('-')
    return { openid: who, name: '', note: '', role: role as Role, organisationId: rest.join('-') }
  })
  await loadPeople(staff, organisations, Date.now())
}

async function measureAll(cloud: LocalCloud): Promise<Cost[]> {
  const photo = Buffer.from([0xff, 0xd8, 0xff, 0xd9])
  const before: Before = {
    photos: [await uploadPhoto(cloud, rider.who, photo), await uploadPhoto(cloud, worker.who, photo)],
  }
  const found: Cost[] = []
  for (const [index, { name, who, hat, action, input, most }] of steps.entries()) {
    const event = {
      action,
      input: input(before),
      ...(contract[action].write && { requestId: `bench-request-${index}` }),
      ...(hat !== undefined && { hat }),
    }
    const { value, meter } = await cloud.measure('api', event, { openid: who })
    const reply = value as Reply<ActionName>
    if (!reply.ok) throw new Error(`${name}: ${reply.error.message}`)
    before[name] = reply.data
    found.push(costOf(name, meter, most))
  }
  // What was done above has become due: the timer looks at it, and at nothing else.
  const { meter } = await cloud.measure('clock', {}, { source: 'wx_trigger' })
  return [...found, costOf(timerStep, meter, 100)]
}

function costOf(name: string, { requests, examined, returned }: CallMeter, most: number): Cost {
  return {
    name,
    requests: Object.values(requests).reduce((sum, count) => sum + count, 0),
    examined,
    returned,
    most,
  }
}
