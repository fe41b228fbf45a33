import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { bucketAt } from '../../domain/operating/counting.ts'
import { backlogLimits, operatingLimits } from '../../domain/operating/limits.ts'
import type { Dump } from '../../localcloud/start.ts'
import { type Phone, startTestCloud, type TestCloud } from '../../tests/support/cloud.ts'

const kaixuan = '210103014001'
const minute = 60_000
let cloud: TestCloud
let first: Phone
let second: Phone
let worker: Phone
let start: Dump

beforeAll(async () => {
  cloud = await startTestCloud({ districts: ['210103014'] })
  first = await cloud.staff({ openid: 'o-first', role: 'administrator', organisationId: '2101' })
  second = await cloud.staff({ openid: 'o-second', role: 'administrator', organisationId: '2101' })
  worker = await cloud.staff({ openid: 'o-worker', role: 'gridWorker', organisationId: kaixuan })
  start = await cloud.local.dump()
}, 60_000)
beforeEach(() => cloud.local.restore(start))
afterAll(() => cloud.close())

const tick = () => cloud.local.trigger('clock')
const told = async (phone: Phone) =>
  (await phone.call('notice.list', {})).rows
    .filter(({ about }) => about.as === 'health')
    .map(({ head, about }) => `${head} ${about.id}`)
const store = async () => ({
  ...(await import('../store/operations.ts')),
  ...(await import('../store/counters.ts')),
})
const fails = async () => {
  const { counters } = await store()
  const count = { calls: 20, internal: 9, slow: 0 }
  await counters.put({ _id: bucketAt(Date.now()), counts: { appeal_submit: count } })
}
const incident = async () => {
  const { operations } = await store()
  const found = await operations.get('incident-errors')
  return found?.kind === 'incident' ? found : undefined
}

describe('an incident', () => {
  it('is opened once, and told once to each who administers the city, to nobody else', async () => {
    await fails()
    await Promise.all([tick(), tick()])
    await tick()
    expect(await incident()).toMatchObject({ of: 'errors', closedAt: null, count: 9, told: true })
    for (const phone of [first, second]) expect(await told(phone)).toEqual(['有事老是没办成 errors'])
    expect(await told(worker)).toEqual([])
  })

  it('ends when it is over, and what comes back soon is told to nobody', async () => {
    const { counters, operations } = await store()
    await fails()
    await tick()
    await counters.removeAll({ 'counts.appeal_submit.calls': 20 })
    await tick()
    expect((await incident())?.closedAt).toBeNull()
    await operations.update({ _id: 'incident-errors' }, { seenAt: Date.now() - operatingLimits.calm })
    await tick()
    expect((await incident())?.closedAt).toBeTypeOf('number')
    await fails()
    await tick()
    expect((await incident())?.closedAt).toBeNull()
    expect(await told(first)).toHaveLength(1)
  })

  it.each(['refuse', 'lose', 'kill-after'] as const)(
    'broken off anywhere by %s, the next run tells it, once',
    async (kind) => {
      await fails()
      const before = await cloud.local.dump()
      let struck = 0
      for (let at = 12; at <= (kind === 'kill-after' ? 32 : 44); at += kind === 'kill-after' ? 4 : 1) {
        await cloud.local.restore(before)
        await cloud.local.trigger('clock', undefined, [{ kind, at }]).catch(() => undefined)
        await cloud.local.endTransactions()
        if (!(await incident())?.told) struck += 1
        await tick()
        expect(await incident(), `at request ${at}`).toMatchObject({ closedAt: null, told: true })
        expect(await told(first), `at request ${at}`).toEqual(['有事老是没办成 errors'])
      }
      // Faults that strike nothing would prove nothing.
      expect(struck).toBeGreaterThan(kind === 'kill-after' ? 0 : 3)
    },
    240_000,
  )
})

it('photos of which WeChat never sends word are an incident: the message push is missing', async () => {
  const { checks } = await import('../store/checks.ts')
  const { newCheck } = await import('../../domain/safety/check.ts')
  const asked = (ago: number) =>
    Array.from({ length: backlogLimits.checks.least }, (_, index) => {
      const about = { kind: 'appeal' as const, id: `appeal-${ago}-${index}` }
      const piece = { key: '1-photo-0', kind: 'photo' as const }
      const check = newCheck(about, piece, Date.now() - ago)
      return { ...check, state: 'asked' as const, traces: ['t'], tickAt: Date.now() + 30 * minute }
    })
  await checks.add(...asked(40 * minute))
  await tick()
  expect(await told(first)).toEqual([])
  await checks.add(...asked(50 * minute))
  await tick()
  expect(await told(first)).toEqual(['内容检查积压了 checks'])
})

describe('the timer', () => {
  it('writes down each run, and when a full one ended', async () => {
    const { operations } = await store()
    await tick()
    await cloud.local.trigger('clock', undefined, [{ kind: 'refuse', at: 1 }]).catch(() => undefined)
    const heartbeat = await operations.get('clock')
    expect(heartbeat).toMatchObject({ runs: [{ full: true }, { full: false }] })
  })

  it('that was away for long says so when it comes back', async () => {
    const { operations } = await store()
    await tick()
    await operations.update({ _id: 'clock' }, { at: Date.now() - 30 * minute })
    await tick()
    expect(await told(first)).toEqual(['定时任务停过 timer'])
  })

  it('that never comes to its end says so, too', async () => {
    const { operations } = await store()
    await tick()
    await operations.update({ _id: 'clock' }, { at: Date.now() - 30 * minute })
    await expect(cloud.local.trigger('clock', undefined, [{ kind: 'refuse', at: 1 }])).rejects.toThrow(
      /^the timer's run [0-9A-F]{8} failed$/,
    )
    expect(await told(first)).toEqual(['定时任务停过 timer'])
  })

  it('forgets what was counted long ago', async () => {
    const { counters, forgetCounts } = await store()
    const old = Date.now() - operatingLimits.kept - 10 * minute
    await counters.put({ _id: bucketAt(old), counts: {} })
    await fails()
    await forgetCounts(Date.now() - operatingLimits.kept)
    expect(await counters.count({})).toBe(1)
  })
})
