import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Input } from '../../../domain/contract.ts'
import { newRequestId, type Phone, startTestCloud, type TestCloud } from '../../../tests/support/cloud.ts'

const kaixuan = '210103014001'
const day = 86_400_000
let cloud: TestCloud
let city: Phone
let worker: Phone
let rider: Phone

beforeAll(async () => {
  cloud = await startTestCloud({ districts: ['210103014'] })
  city = await cloud.staff({ openid: 'o-city', role: 'administrator', organisationId: '2101' })
  worker = await cloud.staff({ openid: 'o-worker', role: 'gridWorker', organisationId: kaixuan })
  rider = cloud.phone('o-rider')
}, 120_000)
afterAll(() => cloud.close())

const appeal: Input<'appeal.submit'> = {
  kind: 'request',
  category: 'gateAccess',
  text: '北门锁了',
  area: kaixuan,
  trade: 'delivery',
}
const publish = async (numbers: Input<'settings.publish'>['numbers'], categoriesOff: 'parking'[] = []) => {
  const { version } = await city.call('settings.view', {})
  return city.call('settings.publish', { version, numbers, categoriesOff, words: '按本市的办法' })
}
const resolved = async (text: string) => {
  const { id } = await rider.call('appeal.submit', { ...appeal, text })
  await worker.call('appeal.accept', { id, version: 1 })
  await worker.call('appeal.resolve', { id, version: 2, words: '开了' })
  const { appeals } = await import('../../store/appeals.ts')
  const stored = async () => appeals.get(id)
  return { id, stored }
}

it('a change holds for what is sent from then on, on both sides; what was sent keeps its promise', async () => {
  const before = await resolved('早的')
  await publish({ closeDays: 20, answerDays: 5, reopens: 3 })
  const after = await resolved('晚的')
  await cloud.local.trigger('clock')
  expect((await before.stored())?.terms).toBeUndefined()
  expect((await after.stored())?.terms).toEqual({ closeDays: 20, answerDays: 5, reopens: 3 })
  const tick = async ({ stored }: typeof before) => {
    const found = await stored()
    return Math.round(((found?.tickAt ?? 0) - (found?.resolvedAt ?? 0)) / day)
  }
  expect([await tick(before), await tick(after)]).toEqual([3, 5])
  // The phone goes by the same numbers.
  expect((await rider.call('appeal.view', { id: after.id })).situation.terms).toMatchObject({ reopens: 3 })
  const home = await rider.call('person.home', {})
  expect(home.moving.find(({ id }) => id === after.id)?.terms).toMatchObject({ closeDays: 20 })
  expect(home.moving.find(({ id }) => id === before.id)).not.toHaveProperty('terms')
  expect((await after.stored())?.events[0]?.changes.terms).toMatchObject({ closeDays: 20 })
})

it('a task keeps the times that it was made with', async () => {
  await publish({ checkInBefore: 60 })
  const secretary = await cloud.staff({ openid: 'o-secretary', role: 'secretary', organisationId: kaixuan })
  const from = Date.now() + 50 * 60_000
  const { id } = await secretary.call('task.create', {
    publish: true,
    plan: {
      title: '扫雪',
      words: '',
      kind: 'publicity',
      tags: [],
      place: { name: '北门', point: null },
      from,
      to: from + 3_600_000,
      places: 2,
      points: 3,
      proof: ['code'],
      muster: false,
    } as unknown as Input<'task.create'>['plan'],
  })
  await publish({})
  expect((await secretary.call('task.codes', { id })).terms).toEqual({ checkInBefore: 60 })
  expect((await rider.call('task.view', { id })).terms).toEqual({ checkInBefore: 60 })
})

it('nobody sends a category that is switched off; the phone is told, and what was sent goes on', async () => {
  const { id } = await rider.call('appeal.submit', { ...appeal, category: 'parking', text: '没处停' })
  await publish({ urgentAcceptMinutes: 45 }, ['parking'])
  const parked = { ...appeal, category: 'parking' as const, text: '又没处停' }
  expect(await rider.refused('appeal.submit', parked)).toMatchObject({ code: 'CATEGORY_OFF' })
  expect((await rider.call('suggestion.current', { version: 0 })).city).toEqual({
    categoriesOff: ['parking'],
    urgentAcceptMinutes: 45,
  })
  await worker.call('appeal.accept', { id, version: 1 })
  await publish({})
  await rider.call('appeal.submit', parked)
})

it('who has set no budget has the city’s', async () => {
  await publish({ monthBudget: 300 })
  const secretary = await cloud.staff({ openid: 'o-secretary', role: 'secretary', organisationId: kaixuan })
  expect((await secretary.call('redemption.queue', {})).budget.limit).toBe(300)
  await publish({})
  expect((await secretary.call('redemption.queue', {})).budget.limit).toBe(1200)
})

it('every version is kept: who, when, why and what changed; the audit has it too', async () => {
  const { version } = await city.call('settings.view', {})
  const requestId = newRequestId()
  const input = { version, numbers: { codeDays: 7 }, categoriesOff: [], words: '年底，电话 13812345678' }
  expect(await city.call('settings.publish', input, requestId)).toEqual({ version: version + 1 })
  expect(await city.call('settings.publish', input, requestId)).toEqual({ version: version + 1 })
  const { rows } = await city.call('settings.versions', {})
  expect(rows[0]).toMatchObject({ version: version + 1, changed: '批了以后几天内领：14 天改为 7 天' })
  expect(rows[0]?.words).not.toContain('13812345678')
  expect(rows.map((row) => row.version)).toEqual(rows.map((_, index) => version + 1 - index))
  const audit = await city.call('audit.list', { organisationId: '2101', action: 'settings.publish' })
  expect(audit.rows[0]?.words).toContain('14 天改为 7 天')
})

it.each<[string, Partial<Input<'settings.publish'>>, string]>([
  ['what somebody has changed meanwhile', { version: 1 }, 'SETTINGS_STALE'],
  ['what changes nothing', { numbers: { codeDays: 7, closeDays: 10 } }, 'SETTINGS_SAME'],
  ['what is beyond its limits', { numbers: { closeDays: 31 } }, 'SETTINGS_FAULTY'],
  ['what does not go together', { numbers: { answerDays: 9, closeDays: 8 } }, 'SETTINGS_FAULTY'],
  ['a city without a category for the rest', { categoriesOff: ['other'] }, 'SETTINGS_FAULTY'],
  ['a setting that there is not', { numbers: { page: 3 } as never }, 'FIELD_UNKNOWN'],
  ['without a reason', { words: ' ' }, 'TEXT_EMPTY'],
])('refuses %s', async (_, change, code) => {
  const { version } = await city.call('settings.view', {})
  const before = await cloud.local.dump()
  const input = { version, numbers: { codeDays: 8 }, categoriesOff: [], words: '试试', ...change }
  expect((await city.refused('settings.publish', input)).code).toBe(code)
  expect((await cloud.local.dump()).rules).toEqual(before.rules)
})
