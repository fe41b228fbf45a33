import { afterAll, beforeAll, expect, it } from 'vitest'
import { indexes } from '../../cloudfunctions/store/indexes.ts'
import { startTestCloud, type TestCloud } from '../../tests/support/cloud.ts'
import { functionNames, functionSettings } from '../build/functions.ts'
import { appid, type StandIn, startStandIn } from '../deploy/fixtures/standIn.ts'
import { findSite } from '../deploy/reach.ts'
import { deploy } from '../deploy/run.ts'
import { allSteps } from '../deploy/steps.ts'
import { look } from './rows.ts'

const expected = {
  collections: indexes,
  functions: functionNames().map((name) => ({ name, ...functionSettings(name) })),
}
let local: TestCloud
let cloud: StandIn

beforeAll(async () => {
  local = await startTestCloud({ districts: [] })
  cloud = await startStandIn({
    invoke: (name, event) => local.local.call(name, event, { source: 'wx_http' }),
    // The first call loads the function.
    milliseconds: 20_000,
  })
  const site = await findSite('fm-test', cloud.variables, async () => ({}), cloud.places)
  await deploy({
    ...site,
    steps: Object.values(allSteps({ appid, version: '1.2.3', robot: 1 })),
    wanted: {
      collections: indexes,
      functions: expected.functions.map((each) => ({ ...each, code: 'UEsDBBQ=', mark: 'fengming 1.2.3 0' })),
    },
    options: { prune: false, again: false },
    say: () => {},
    wait: async () => {},
  })
}, 120_000)
afterAll(async () => {
  await cloud.close()
  await local.close()
})

async function rows(held = expected) {
  const { ask, environment } = await findSite('fm-test', cloud.variables, undefined, cloud.places)
  if (!ask) throw new Error('there are no keys')
  return look(ask, environment, held)
}
const wrong = async () => (await rows()).filter(({ ok }) => !ok).map(({ what, says }) => `${what}: ${says}`)

it('finds a deployed product well: all collections, all functions, and the real functions refuse a stranger', async () => {
  const all = await rows()
  expect(all.filter(({ ok }) => !ok)).toEqual([])
  expect(all.length).toBeGreaterThan(Object.keys(indexes).length + 5)
  expect(all).toContainEqual({ what: 'api, called by a stranger', says: 'runs, and refuses', ok: true })
  expect(all).toContainEqual({ what: 'clock, called by a stranger', says: 'runs, and refuses', ok: true })
})

it('names everything that is not as declared', async () => {
  const kept = structuredClone(cloud.state)
  const { collections, functions } = cloud.state
  delete collections.notices
  const { people, appeals } = collections
  const { api, clock } = functions
  if (!people || !appeals || !api || !clock) throw new Error('it is not there')
  people.acl = 'READONLY'
  appeals.indexes = appeals.indexes.filter(({ Name }) => Name !== 'tick')
  cloud.state.storage = 'ADMINWRITE'
  api.Runtime = 'Nodejs8.9'
  api.Timeout = 3
  const [timer] = clock.Triggers
  if (timer) timer.Enable = 0
  expect(await wrong()).toEqual([
    'collection people: phones can reach it: READONLY',
    'collection appeals: the index tick is missing',
    'collection notices: it is missing',
    'storage: its rule is ADMINWRITE',
    'function api: its runtime is Nodejs8.9 and should be Nodejs18.15; its time limit is 3 and should be 20',
    'timer clock: it is switched off',
  ])
  cloud.state = kept
})

it('sees a function that answers strangers, or that does not run', async () => {
  const held = { collections: {}, functions: expected.functions.filter(({ name }) => name === 'api') }
  const said = async (invoke: (name: string) => Promise<unknown>) => {
    const other = await startStandIn({ invoke })
    other.state = structuredClone(cloud.state)
    const { ask, environment } = await findSite('fm-test', other.variables, undefined, other.places)
    const found = ask ? await look(ask, environment, held) : []
    await other.close()
    return found.at(-1)
  }
  const what = 'api, called by a stranger'
  expect(await said(async () => ({ ok: true, data: { count: 3 } }))).toEqual({
    what,
    says: 'it answered something else than a refusal',
    ok: false,
  })
  expect(await said(async () => undefined)).toEqual({ what, says: 'it answered no JSON', ok: false })
})
