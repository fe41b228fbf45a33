import { afterAll, beforeAll, expect, it } from 'vitest'
import { operatingLimits } from '../../../domain/operating/limits.ts'
import { newCheck } from '../../../domain/safety/check.ts'
import { type Phone, startTestCloud, type TestCloud } from '../../../tests/support/cloud.ts'

let cloud: TestCloud
let administrator: Phone

beforeAll(async () => {
  cloud = await startTestCloud({ districts: [] })
  administrator = await cloud.staff({
    openid: 'o-administrator',
    role: 'administrator',
    organisationId: '2101',
  })
}, 60_000)
afterAll(() => cloud.close())

const sum = (requests: Record<string, number>) => Object.values(requests).reduce((all, each) => all + each, 0)

it('an instance that has just started hands over nothing', async () => {
  const event = { action: 'person.me', input: {} }
  await cloud.local.call('api', event, { openid: 'o-rider' })
  const { meter } = await cloud.local.measure('api', event, { openid: 'o-rider' })
  expect(sum(meter.requests)).toBe(1)
  expect((await cloud.local.dump()).counters).toEqual([])
})

it('运行情况 is read in six requests at most, along indexes, however much waits', async () => {
  const { checks } = await import('../../store/checks.ts')
  const { notices } = await import('../../store/notices.ts')
  await administrator.call('system.health', {})
  const many = Array.from({ length: 400 }, (_, index) => index)
  const since = Date.now() - 60 * 60_000
  await checks.add(
    ...many.map((index) => ({
      ...newCheck({ kind: 'appeal', id: `appeal-${index}` }, { key: '1-text', kind: 'text' }, since + index),
      ...(index % 2 === 1 && { state: 'asked' as const }),
    })),
  )
  await notices.add(
    ...many.map((index) => ({
      _id: `notice-${index}`,
      personId: 'somebody',
      at: since,
      news: 'accepted' as const,
      head: '有人接了',
      sentence: '',
      about: { id: 'some', as: 'person' as const },
      read: false,
      send: { at: since + index, tries: 0 },
    })),
  )
  const { value, meter } = await cloud.local.measure(
    'api',
    { action: 'system.health', input: {}, hat: 'administrator-2101' },
    { openid: 'o-administrator' },
  )
  const most = operatingLimits.counted
  expect(value).toMatchObject({
    data: {
      waiting: {
        messages: { count: most, more: true, old: most, since },
        checks: { count: most, more: true, old: most, since },
      },
    },
  })
  expect(sum(meter.requests)).toBeLessThanOrEqual(6)
  expect(meter.indexes).toEqual(expect.arrayContaining(['send', 'waiting', 'tick']))
  expect(meter.examined).toBeLessThanOrEqual(3 * (most + 1) + 50)
})
