import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { indexes } from '../../cloudfunctions/store/indexes.ts'
import { type Dump, type LocalCloud, startCloud } from '../../localcloud/start.ts'
import { builtFunctions } from '../../tests/support/functions.ts'
import { type Line, startLine } from '../../tests/support/line.ts'
import { startStandIn } from '../deploy/fixtures/standIn.ts'
import { cityOrganisations } from './city.ts'
import { connect } from './connect.ts'
import { loadDatabase } from './environment.ts'
import { phoneOf } from './phone.ts'
import { renewSetupCode } from './setup.ts'
import { openTarget } from './target.ts'

const secrets = { id: 'AKIDtest', key: 'tencent-secret-key' }
const organisations = cityOrganisations('2101').filter(
  ({ area, ancestors }) => area === '2101' || [area, ...ancestors].includes('210103014'),
)
let cloud: LocalCloud
let line: Line
let said: string[]

beforeAll(async () => {
  cloud = await startCloud({ functions: await builtFunctions(), indexes, access: { secrets } })
  line = await startLine(cloud.url)
}, 120_000)
afterAll(async () => {
  await line.close()
  await cloud.close()
})
beforeEach(async () => {
  await cloud.restore({})
  connect(cloud.url)
  said = []
})

const load = (over: Partial<Parameters<typeof loadDatabase>[0]> = {}) =>
  loadDatabase({ organisations, dryRun: false, newCode: false, say: (text) => said.push(text), ...over })
const dump = async (): Promise<Dump> => {
  const all = await cloud.dump()
  // The code is another one each time.
  return { ...all, setups: (all.setups ?? []).map((text) => text.replace(/"hash":"\w+"/, '')) }
}

it('loads a city, its rules and a code, by which the first administrator comes in', async () => {
  const code = await load()
  expect(code).toMatch(/^[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{4}$/)
  expect(said.join()).not.toContain(code)
  const loaded = await cloud.dump()
  expect(loaded.organisations).toHaveLength(organisations.length)
  expect(loaded.rules).toHaveLength(1)
  expect(JSON.stringify(loaded)).not.toContain(code)
  const phone = phoneOf(cloud, 'first')
  await expect(phone('administrator.setUp', { code: '2222-2222-2222' })).rejects.toThrow()
  const { hat } = await phone('administrator.setUp', { code: code ?? '' })
  expect(hat).toMatchObject({ role: 'administrator' })
  expect(await load()).toBeUndefined()
  expect(await load({ newCode: true })).toBeUndefined()
  // Nor when somebody came in while it was looked.
  expect(await renewSetupCode()).toBeUndefined()
  expect(said).toContain('the first administrator has come in; further ones are invited in the app')
})

it('a second run adds what is missing and leaves what an administrator changed', async () => {
  await load()
  const { organisations: stored } = await import('../../cloudfunctions/store/organisations.ts')
  await stored.update({ _id: '210103014001' }, { name: '改过的社区' })
  await stored.remove('210103014003')
  expect(await load()).toBeUndefined()
  expect((await stored.get('210103014001'))?.name).toBe('改过的社区')
  expect(await stored.get('210103014003')).toBeDefined()
  const after = await cloud.dump()
  expect(await load()).toBeUndefined()
  expect(await cloud.dump()).toEqual(after)
})

it('a code that is lost is taken by another, which alone is good', async () => {
  const lost = await load()
  expect(await load()).toBeUndefined()
  expect(said.at(-1)).toContain('--new-code')
  const code = await load({ newCode: true })
  const phone = phoneOf(cloud, 'first')
  await expect(phone('administrator.setUp', { code: lost ?? '' })).rejects.toThrow()
  expect(await phone('administrator.setUp', { code: code ?? '' })).toBeDefined()
})

it('a dry run says what would be done and writes nothing', async () => {
  expect(await load({ dryRun: true })).toBeUndefined()
  expect(said).toEqual([
    `would load 沈阳市: ${organisations.length} organisations, and the rules`,
    'would issue the code of the first administrator',
  ])
  expect(Object.values(await cloud.dump()).flat()).toEqual([])
  await load()
  const { organisations: stored } = await import('../../cloudfunctions/store/organisations.ts')
  await stored.remove('210103014003')
  const before = await cloud.dump()
  said = []
  await load({ dryRun: true })
  expect(said[0]).toMatch(/^would be added: .*社区 \(1\)$/)
  expect(await cloud.dump()).toEqual(before)
})

it('broken off before or after any request, the next run ends with the same', async () => {
  await load()
  const wanted = await dump()
  for (const carriedOut of [false, true])
    for (let at = 1; ; at += 1) {
      await cloud.restore({})
      line.actions.length = 0
      line.dead = { at, carriedOut }
      connect(line.url)
      const broken = await load().then(
        () => false,
        () => true,
      )
      if (!broken) break
      expect(at).toBeLessThan(50)
      connect(cloud.url)
      // A code that was issued and never shown is replaced.
      if ((await load()) === undefined) expect(await load({ newCode: true })).toBeDefined()
      expect(await dump()).toEqual(wanted)
    }
})

it('refuses a second city', async () => {
  await load()
  const [city] = organisations
  const other = city && [{ ...city, _id: '2102', name: '大连市' }]
  await expect(load({ organisations: other ?? [] })).rejects.toThrow('沈阳市 is loaded there')
})

it('reaches a real environment: its keys, its region, and a signature on every request', async () => {
  const tencent = await startStandIn()
  const before = { ...process.env }
  const words: unknown[] = []
  const log = console.log
  console.log = (...all: unknown[]) => words.push(all)
  // By this name the local cloud believes nobody to be on its own machine.
  const outside = cloud.url.replace('127.0.0.1', '0.0.0.0')
  const open = (key: string) =>
    openTarget(
      { env: 'fm-test', data: undefined, missing: 'refuse' },
      { ...tencent.variables, TENCENTCLOUD_SECRETKEY: key },
      { ...tencent.places, cloud: outside },
    )
  try {
    expect((await open(secrets.key)).name).toBe('fm-test')
    expect(await load()).toBeDefined()
    expect((await cloud.dump()).organisations).toHaveLength(organisations.length)
    expect(JSON.stringify([words, said])).not.toContain(secrets.key)
    process.env.TENCENTCLOUD_SECRETKEY = 'another-key'
    await expect(load()).rejects.toThrow()
    await expect(
      openTarget({ env: 'fm-test', data: undefined, missing: 'refuse' }, {}, tencent.places),
    ).rejects.toThrow('TENCENTCLOUD_SECRETID and TENCENTCLOUD_SECRETKEY must be set')
  } finally {
    console.log = log
    for (const name of Object.keys(process.env)) if (!(name in before)) delete process.env[name]
    Object.assign(process.env, before)
    await tencent.close()
  }
})

it('names what is wrong with a data folder', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'fengming-data-'))
  const open = (over: object) => openTarget({ env: undefined, data: folder, missing: 'refuse', ...over })
  await expect(open({})).rejects.toThrow('holds no data')
  await expect(open({ env: 'fm-test' })).rejects.toThrow('are two places')
  const first = await open({ missing: 'make' })
  await expect(open({})).rejects.toThrow('is in use by another local cloud')
  await first.close()
  rmSync(folder, { recursive: true })
})
