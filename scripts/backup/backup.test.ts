import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { indexes } from '../../cloudfunctions/store/indexes.ts'
import type { LocalCloud } from '../../localcloud/start.ts'
import { startCloud } from '../../localcloud/start.ts'
import { startTestCloud, type TestCloud } from '../../tests/support/cloud.ts'
import { give, register } from '../../tests/support/points.ts'
import { connect } from '../load/connect.ts'
import type { Bringing } from './bring.ts'
import { documentsOf, type Manifest, readManifest } from './manifest.ts'
import type { Reading } from './reading.ts'
import { takeBackup } from './take.ts'

const kaixuan = '210103014001'
const nothing = mkdtempSync(join(tmpdir(), 'fengming-none-'))
let full: TestCloud
let empty: LocalCloud
let reading: Reading
let folder: string
let said: string[]

beforeAll(async () => {
  full = await startTestCloud({ districts: ['210103014'] })
  await fill(full)
  empty = await startCloud({ functions: nothing, indexes })
  ;({ reading } = await import('./reading.ts'))
}, 120_000)
afterAll(async () => {
  await full.close()
  await empty.close()
  rmSync(nothing, { recursive: true, force: true })
})
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'fengming-backup-'))
  said = []
  return () => rmSync(folder, { recursive: true, force: true })
})

/** A city with something of everything: appeals on their way, points, people. */
async function fill(cloud: TestCloud): Promise<void> {
  const rider = cloud.phone('rider')
  await register(rider)
  const place = { category: 'gateAccess', area: kaixuan, trade: 'delivery' } as const
  const one = await rider.call('appeal.submit', { kind: 'request', text: '北门锁了', ...place })
  await rider.call('appeal.submit', { kind: 'request', text: '里面有\u2028怪字', ...place })
  const worker = await cloud.staff({ openid: 'worker', role: 'gridWorker', organisationId: kaixuan })
  await worker.call('appeal.accept', { id: one.id, version: 1 })
  await give(await rider.personId(), 12)
  await give(await worker.personId(), 3)
  const { database } = await import('../../cloudfunctions/store/collection.ts')
  // What the product does not store today, and the database can hold.
  const odd = {
    _id: '奇怪',
    at: new Date(1_790_000_000_123),
    place: new database.Geo.Point(123.4, 41.8),
    deep: [{ none: null, list: [], object: {}, large: 2 ** 40, tenth: 0.1, below: -0 }],
    '2101': 'a field that looks like a number',
    text: 'line\nfeed \u2028 "quotes" \\ 😀',
  }
  await database.collection('reconciliations').add({ data: odd })
}

const take = (over: Partial<Parameters<typeof takeBackup>[0]> = {}): Promise<Manifest> =>
  takeBackup({ folder, from: 'local', version: '0', reading, say: (line) => said.push(line), ...over })

async function backUp(over: Partial<Parameters<typeof takeBackup>[0]> = {}): Promise<Manifest> {
  connect(full.local.url)
  return take(over)
}

async function restore(over: Partial<Bringing> = {}) {
  connect(empty.url)
  const { bringBackup } = await import('./bring.ts')
  const usual = { only: [], intoFilled: false, replace: false, dryRun: false }
  return bringBackup({ folder, into: 'empty', reading, say: (line) => said.push(line), ...usual, ...over })
}

/** The cloud that is restored into holds nothing again. */
const emptied = () => empty.restore({})

/** The cloud gives few documents at once. */
const slowly = (of: Reading): Reading => ({
  ...of,
  page: (collection, after, limit) => of.page(collection, after, Math.min(limit, 7)),
})

/** Fails at the k-th request, as when the machine stops. */
function breaking(at: number): Reading {
  let requests = 0
  const counted =
    <A extends unknown[], R>(ask: (...given: A) => Promise<R>) =>
    async (...given: A): Promise<R> => {
      requests += 1
      if (requests === at) throw new Error('the machine stopped')
      return ask(...given)
    }
  return {
    count: counted(reading.count),
    page: counted(reading.page),
    all: counted(reading.all),
    withIds: counted(reading.withIds),
  }
}

it('brings every document back as it was, of every kind of value, and the points agree', async () => {
  await emptied()
  const manifest = await backUp()
  expect(Object.keys(manifest.collections).sort()).toEqual(Object.keys(indexes).sort())
  expect(await restore()).toBe('all')
  const there = await empty.dump()
  expect(there).toEqual(await full.local.dump())
  expect(there.reconciliations?.[0]).toContain('"at":{"$date":{"$numberLong":"1790000000123"}}')
  const { checkSome } = await import('../../cloudfunctions/carry/reconcile.ts')
  expect(await checkSome('')).toMatchObject({ transfers: 2, faults: [] })
})

it('keeps personal data from everybody else', async () => {
  await backUp()
  for (const file of readdirSync(folder)) expect(statSync(join(folder, file)).mode & 0o077, file).toBe(0)
  const { privateFolder } = await import('./folder.ts')
  expect(() => privateFolder('kept/here')).toThrow('lies in the repository')
  expect(() => privateFolder('docs')).toThrow('lies in the repository')
})

it('goes on where it was broken off, at each request, and ends with the same backup', async () => {
  const small = { partBytes: 3_000, reading: slowly(reading) }
  const whole = await backUp(small)
  const { accounts, people, organisations } = whole.collections
  expect(organisations?.files.length).toBeGreaterThan(1)
  expect([accounts, people].map((part) => part && documentsOf(part))).toEqual([2, 2])
  for (let at = 1; at < 400; at += at < 20 ? 1 : 23) {
    rmSync(folder, { recursive: true })
    folder = mkdtempSync(join(tmpdir(), 'fengming-backup-'))
    const broken = await backUp({ ...small, reading: slowly(breaking(at)) }).catch((error) => String(error))
    if (typeof broken !== 'string') break
    expect(broken).toContain('the machine stopped')
    // What a dead process leaves: no manifest that speaks of what is not there.
    for (const { files } of Object.values(readManifest(folder)?.collections ?? {}))
      for (const { file, bytes } of files) expect(statSync(join(folder, file)).size).toBe(bytes)
    await expect(restore()).rejects.toThrow('not whole')
    const finished = await backUp(small)
    expect(finished.collections).toEqual(whole.collections)
  }
}, 120_000)

it('can be broken off at each request of the restoration, and goes on', async () => {
  await backUp()
  const wanted = await full.local.dump()
  for (const at of [1, 20, 36, 37, 38, 40, 45, 50, 60, 70]) {
    await emptied()
    const broken = await restore({ reading: breaking(at) }).catch((error) => String(error))
    if (broken === 'all') break
    expect(broken).toContain('the machine stopped')
    expect(await restore()).toBe('all')
    expect(await empty.dump()).toEqual(wanted)
  }
  // Once it has ended, what is there is refused.
  await expect(restore()).rejects.toThrow('is not empty')
}, 120_000)

it('reads the ledger of whoever moved points meanwhile again, so that it agrees', async () => {
  await emptied()
  const personId = await full.phone('rider').personId()
  let gave = 0
  const busy: Reading = {
    ...reading,
    async page(collection, after, limit) {
      const page = await reading.page(collection, after, limit)
      // After the accounts and before the transfers, and between two looks at one person.
      if (collection === 'transfers' && page.length > 0) await give(personId, 1)
      if (collection === 'accounts' && page.length === 0) await give('a-new-person', 2)
      return page
    },
    async all(collection, field, value) {
      const found = await reading.all(collection, field, value)
      gave += 1
      if (collection === 'transfers' && gave < 3) await give(value, 1)
      return found
    },
  }
  const before = await full.local.dump()
  await backUp({ reading: busy })
  expect(await restore()).toBe('all')
  const { checkSome } = await import('../../cloudfunctions/carry/reconcile.ts')
  const checked = await checkSome('')
  expect(checked.faults).toEqual([])
  expect(checked.transfers).toBeGreaterThan(2)
  await full.local.restore(before)
})

it('refuses what is damaged, missing or newer, before it writes anything', async () => {
  await emptied()
  const { collections } = await backUp()
  const refused = (sentence: string | RegExp) => expect(restore()).rejects.toThrow(sentence)
  const whole = new Map(readdirSync(folder).map((file) => [file, readFileSync(join(folder, file))]))
  const mend = () => {
    for (const [file, bytes] of whole) writeFileSync(join(folder, file), bytes)
  }
  for (const file of whole.keys()) {
    const bytes = Buffer.from(whole.get(file) ?? '')
    const middle = bytes.length >> 1
    bytes[middle] = (bytes[middle] ?? 0) ^ 1
    writeFileSync(join(folder, file), bytes)
    await refused('is damaged')
    mend()
  }
  const [first] = collections.people?.files ?? []
  // What is needed is looked at, and nothing else.
  writeFileSync(join(folder, first?.file ?? ''), 'x')
  expect(await restore({ only: ['rules'] })).toBe('all')
  await emptied()
  mend()
  rmSync(join(folder, first?.file ?? ''))
  await refused('is missing')
  writeFileSync(join(folder, first?.file ?? ''), whole.get(first?.file ?? '')?.subarray(1) ?? '')
  await refused(/has \d+ bytes instead of/)
  mend()
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify({ form: 2, version: '9.9.9' }))
  await refused('has form 2')
  rmSync(join(folder, 'manifest.json'))
  await refused('holds no backup')
  expect(Object.values(await empty.dump()).flat()).toEqual([])
})

it('adds what is missing to what is there, and changes what differs only when told', async () => {
  await emptied()
  await backUp()
  await restore()
  const { people } = await import('../../cloudfunctions/store/people.ts')
  const { appeals } = await import('../../cloudfunctions/store/appeals.ts')
  const [person, colleague] = await people.find({ where: {}, sort: [['_id', 'asc']], limit: 2 })
  if (!person || !colleague) throw new Error('nobody is there')
  const [appeal] = await appeals.find({ where: {}, limit: 1 })
  await people.update({ _id: person._id }, { nickname: '改过' })
  await people.remove(colleague._id)
  await appeals.remove(appeal?._id ?? '')
  const changed = await empty.dump()
  await expect(restore()).rejects.toThrow('is not empty: ')
  expect(await restore({ dryRun: true })).toBe('refused')
  expect(await restore({ dryRun: true, intoFilled: true, replace: true })).toBe('all')
  expect(said).toContain('people: 2 in the backup · 1 would be added · 1 would be replaced')
  expect(await empty.dump()).toEqual(changed)
  expect(await restore({ only: ['people'], intoFilled: true })).toBe('differing')
  expect((await people.get(person._id))?.nickname).toBe('改过')
  expect(await people.get(colleague._id)).toBeDefined()
  expect(await appeals.get(appeal?._id ?? '')).toBeUndefined()
  expect(await restore({ intoFilled: true, replace: true })).toBe('all')
  expect(await empty.dump()).toEqual(await full.local.dump())
})

it('says what a unique index keeps out, and ends as what is not whole', async () => {
  await emptied()
  await backUp()
  connect(empty.url)
  const { people } = await import('../../cloudfunctions/store/people.ts')
  await people.add({ _id: 'somebody-else', openid: 'rider' } as never)
  expect(await restore({ intoFilled: true })).toBe('missing')
  expect(said.find((line) => line.startsWith('✗ people'))).toMatch(/1 added · 1 can't be added/)
})

it('refuses to mix backups, and collections that are not there', async () => {
  await backUp()
  await expect(backUp()).rejects.toThrow('holds a whole backup')
  await expect(restore({ only: ['nobody'] })).rejects.toThrow('holds no collection nobody')
})
