import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { indexes } from '../../cloudfunctions/store/indexes.ts'
import { type ActionName, contract, type Reply } from '../../domain/contract.ts'
import { holding, type Task } from '../../domain/task/task.ts'
import { type LocalCloud, onlyErrors, startCloud } from '../../localcloud/start.ts'
import { buildFunctions } from '../build/functions.ts'
import { cityOrganisations, loadCity } from '../load/city.ts'
import { connect } from '../load/connect.ts'
import { loadPeople } from '../load/people.ts'
import { previewWechat } from '../load/wechat.ts'
import { atLeast, atMost, type Measure } from './measure.ts'
import { tasksOf } from './tasks/crowd.ts'

export const part = 'tasks'

const dist = fileURLToPath(new URL('../../dist/', import.meta.url))
const kaixuan = '210103014001'
const hour = 3_600_000
const batch = 500
const worker = { openid: 'bench-worker', hat: `gridWorker-${kaixuan}` }
const secretary = { openid: 'bench-secretary', hat: `secretary-${kaixuan}` }
const rider = { openid: 'bench-rider' }
const second = { openid: 'bench-second' }

interface Cost {
  requests: number
  examined: number
  returned: number
}
/** Promised wire requests; a list or a view 2, a claim 3. */
const promised: Record<string, number> = {
  near: 2,
  mine: 2,
  community: 2,
  view: 2,
  claim: 3,
  board: 2,
  'to verify': 2,
}

/** Wire requests and documents of each action in a town and in a city, and how many of many at once have a place. */
export async function run({ quick }: { quick: boolean }): Promise<Measure[]> {
  const small = await measured(quick ? 1_000 : 10_000, false, quick)
  const large = await measured(quick ? 20_000 : 200_000, true, quick)
  const figures = Object.entries(large.costs).flatMap(([name, after]) => {
    const before = small.costs[name]
    if (!before) throw new Error(name)
    const requests: Measure = {
      part,
      name: `${name}: wire requests`,
      value: after.requests,
      unit: 'requests',
    }
    return [
      promised[name] === undefined ? requests : atMost(requests, promised[name]),
      atMost(
        { part, name: `${name}: documents examined`, value: after.examined, unit: 'documents' },
        2 * after.returned + 5,
      ),
      ...growth(name, before, after),
    ]
  })
  return [...figures, ...large.crowd]
}

// What is near grows with what is going on; that it stays in proportion is promised above.
function growth(name: string, before: Cost, after: Cost): Measure[] {
  if (name === 'near') return []
  // For each that is shown: a larger city may have one more to show.
  const each = ({ examined, returned }: Cost) => Math.max(1, examined) / Math.max(1, returned)
  const value = each(after) / each(before)
  return [atMost({ part, name: `${name}: growth of documents examined`, value, unit: '×' }, 1.2)]
}

async function measured(
  size: number,
  crowded: boolean,
  quick: boolean,
): Promise<{ costs: Record<string, Cost>; crowd: Measure[] }> {
  mkdirSync(dist, { recursive: true })
  const functions = mkdtempSync(join(dist, 'bench-functions-'))
  await buildFunctions(functions)
  const cloud = await startCloud({ said: onlyErrors, functions, indexes, openapi: previewWechat(() => '') })
  try {
    connect(cloud.url)
    const organisations = cityOrganisations('2101')
    await loadCity(organisations)
    await loadPeople(
      [worker, secretary].map(({ openid, hat }) => ({
        openid,
        name: '',
        note: '',
        role: hat.split('-')[0] as 'gridWorker',
        organisationId: kaixuan,
      })),
      organisations,
      Date.now(),
    )
    const { tasks } = await import('../../cloudfunctions/store/tasks.ts')
    const communities = organisations.filter(({ kind }) => kind === 'community')
    let some: Task[] = []
    let loaded = 0
    // Everybody has claimed ten or so, however large the city.
    for (const task of tasksOf(communities, size, size, Date.now())) {
      some.push(task)
      if (some.length < batch) continue
      await tasks.add(...some)
      loaded += some.length
      some = []
      if (loaded % 20_000 === 0) console.error(`loading ${size} tasks: ${loaded}`)
    }
    if (some.length > 0) await tasks.add(...some)
    const costs = await day(cloud)
    return {
      costs,
      crowd: crowded ? [...(await taps(cloud)), ...(await rounds(cloud, quick ? 20 : 500))] : [],
    }
  } finally {
    await cloud.close()
    rmSync(functions, { recursive: true, force: true })
  }
}

/** One task's life, each action measured. */
async function day(cloud: LocalCloud): Promise<Record<string, Cost>> {
  const costs: Record<string, Cost> = {}
  const ask = async (
    name: string,
    who: { openid: string; hat?: string },
    action: ActionName,
    input: object,
  ) => {
    const event = {
      action,
      input,
      ...(contract[action].write && { requestId: `bench-${name.replaceAll(' ', '-')}-request` }),
      ...(who.hat !== undefined && { hat: who.hat }),
    }
    const { value, meter } = await cloud.measure('api', event, { openid: who.openid })
    const reply = value as Reply<ActionName>
    if (!reply.ok) throw new Error(`${name}: ${reply.error.message}`)
    const requests = Object.values(meter.requests).reduce((sum, count) => sum + count, 0)
    costs[name] = { requests, examined: meter.examined, returned: meter.returned }
    return reply.data as { id: string }
  }
  for (const { openid } of [rider, second]) await register(cloud, openid)
  const { id } = await ask('publish', worker, 'task.create', {
    plan: planAt(Date.now() + hour),
    publish: true,
  })
  const position = { longitude: 123.43, latitude: 41.8 }
  await ask('near', rider, 'task.list', { of: 'near', position })
  await ask('community', rider, 'task.list', { of: 'community' })
  await ask('view', rider, 'task.view', { id })
  await ask('claim', rider, 'task.claim', { id })
  await ask('wait', second, 'task.wait', { id })
  await ask('release', rider, 'task.release', { id })
  await ask('take the offer', second, 'task.claim', { id })
  await ask('mine', second, 'task.mine', {})
  const { codes } = (await ask('codes', worker, 'task.codes', { id })) as unknown as {
    codes: { code: string }[]
  }
  await begin(id)
  await ask('check in', second, 'task.checkIn', { id, code: codes[0]?.code })
  await ask('hand in', second, 'task.submit', { id, words: '扫完了' })
  const waiting = (await ask('to verify', secretary, 'task.toVerify', {})) as unknown as {
    rows: { task: { id: string }; claims: { id: string }[] }[]
  }
  const claimId = waiting.rows.find(({ task }) => task.id === id)?.claims[0]?.id
  await ask('verify', secretary, 'task.verify', { id, verdicts: [{ claimId, accepted: true }] })
  await ask('board', worker, 'task.board', {})
  return costs
}

/** Its time has come. */
async function begin(id: string): Promise<void> {
  const { tasks } = await import('../../cloudfunctions/store/tasks.ts')
  await tasks.update({ _id: id }, { from: Date.now() })
}

const planAt = (from: number, places = 1) => ({
  title: '清扫北门',
  kind: 'cleaning',
  place: { name: '北门', point: { longitude: 123.43, latitude: 41.8 } },
  from,
  to: from + hour,
  places,
  points: 4,
  proof: ['code'],
})

async function register(cloud: LocalCloud, openid: string): Promise<void> {
  const input = { nickname: '小蜂', trade: 'delivery', communityId: kaixuan, consentVersion: 1 }
  await cloud.call('api', { action: 'person.register', input, requestId: `register-${openid}` }, { openid })
}

async function publish(cloud: LocalCloud, places: number, key: string): Promise<string> {
  const input = { plan: planAt(Date.now() + 10 * hour, places), publish: true }
  const event = { action: 'task.create', input, requestId: `publish-${key}`, hat: worker.hat }
  const reply = (await cloud.call('api', event, worker)) as { data: { id: string } }
  return reply.data.id
}

/** 200 people tap on 5 places at once. */
async function taps(cloud: LocalCloud): Promise<Measure[]> {
  const id = await publish(cloud, 5, 'crowd-of-taps')
  const answers = await Promise.all(
    Array.from({ length: 200 }, (_, index) =>
      cloud.measure(
        'api',
        { action: 'task.claim', input: { id }, requestId: `tap-request-${index}` },
        { openid: `tap-${index}` },
      ),
    ),
  )
  const got = answers.filter(({ value }) => (value as { ok: boolean }).ok).length
  const conflicts = answers.reduce((sum, { meter }) => sum + meter.conflicts, 0)
  const name = '200 tap on 5 places'
  return [
    atMost({ part, name: `${name}: places given`, value: got, unit: 'claims' }, 5),
    atLeast({ part, name: `${name}: places filled`, value: got, unit: 'claims' }, 5),
    { part, name: `${name}: conflicts`, value: conflicts, unit: 'conflicts' },
  ]
}

/** Rounds in which half claim and half give back, all at once: places that were given twice, or lost. */
async function rounds(cloud: LocalCloud, count: number): Promise<Measure[]> {
  const places = 5
  const people = Array.from({ length: 12 }, (_, index) => `round-${index}`)
  for (const openid of people) await register(cloud, openid)
  const id = await publish(cloud, places, 'rounds-of-claims')
  const { tasks } = await import('../../cloudfunctions/store/tasks.ts')
  let wrong = 0
  for (let round = 0; round < count; round += 1) {
    await Promise.all(
      people.map((openid, index) => {
        const action = (round * 5 + index * 3) % 4 === 0 ? 'task.release' : 'task.claim'
        return cloud.call('api', { action, input: { id }, requestId: `round-${round}-${index}` }, { openid })
      }),
    )
    const task = await tasks.get(id)
    const held = task?.claims.filter(({ state }) => holding.includes(state)).length ?? 0
    if (!task || task.free + held !== places || task.free < 0) wrong += 1
  }
  return [
    atMost(
      {
        part,
        name: `${count} rounds of claims and releases: places doubled or lost`,
        value: wrong,
        unit: 'rounds',
      },
      0,
    ),
  ]
}
