import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { bucketAt, gathered } from '../../../domain/operating/counting.ts'
import type { Dump } from '../../../localcloud/start.ts'
import { type Phone, startTestCloud, type TestCloud } from '../../../tests/support/cloud.ts'

let cloud: TestCloud
let administrator: Phone
let start: Dump

beforeAll(async () => {
  cloud = await startTestCloud({ districts: ['210103014'], countsEvery: 1 })
  administrator = await cloud.staff({
    openid: 'o-administrator',
    role: 'administrator',
    organisationId: '2101',
  })
  await cloud.phone('o-rider').call('person.me', {})
  start = await cloud.local.dump()
}, 60_000)
beforeEach(() => cloud.local.restore(start))
afterAll(() => cloud.close())

const counts = async () => {
  const { counters } = await import('../../store/counters.ts')
  return Object.fromEntries(gathered(await counters.find({ where: {}, limit: 100 })))
}
const me = (
  faults: { kind: 'refuse' | 'lose' | 'conflict' | 'delay'; at: number; milliseconds?: number }[] = [],
) => cloud.local.call('api', { action: 'person.me', input: {} }, { openid: 'o-rider', faults })

describe('what an instance has counted', () => {
  it('is handed over beside the next call: with the last one missing, all of it, once', async () => {
    await me()
    await cloud.local.restore(start)
    for (let turn = 0; turn < 5; turn += 1) await me()
    await cloud.local.call('api', { action: 'nonsense' }, { openid: 'o-rider' })
    await me()
    expect(await counts()).toMatchObject({
      'person.me': { calls: 6, internal: 0, slow: 0 },
      unknown: { calls: 1, internal: 0, slow: 0 },
    })
  })

  it('is kept when it can’t be handed over, and the call knows nothing of it', async () => {
    await me()
    await cloud.local.restore(start)
    // The handing over is the first request.
    for (const kind of ['refuse', 'conflict'] as const)
      expect(await me([{ kind, at: 1 }])).toMatchObject({ ok: true })
    expect(await counts()).toEqual({})
    await me()
    expect(await counts()).toMatchObject({ 'person.me': { calls: 3 } })
  })

  it('lets nobody wait long', async () => {
    await me()
    const began = Date.now()
    expect(await me([{ kind: 'delay', at: 1, milliseconds: 8_000 }])).toMatchObject({ ok: true })
    expect(Date.now() - began).toBeLessThan(6_000)
  })
})

describe('运行情况', () => {
  it('says what it finds: runs, what waits, calls, errors, and what code it is', async () => {
    const { counters } = await import('../../store/counters.ts')
    const { checks } = await import('../../store/checks.ts')
    const { newCheck } = await import('../../../domain/safety/check.ts')
    await cloud.local.trigger('clock')
    await counters.put({
      _id: bucketAt(Date.now()),
      counts: { appeal_submit: { calls: 20, internal: 9, slow: 1 } },
    })
    const about = { kind: 'appeal', id: 'some' } as const
    const since = Date.now() - 60 * 60_000
    await checks.add({ ...newCheck(about, { key: '1-text', kind: 'text' }, since), tickAt: Date.now() + 1e7 })
    const health = await administrator.call('system.health', {})
    expect(health.build).toMatch(/^\d+\.\d+\.\d+ [0-9a-f]{8}$/)
    expect(health.build).not.toMatch(/ 0{8}$/)
    expect(health.timer).toMatchObject({ late: false, runs: [{ full: true, failed: 0 }] })
    expect(health.waiting).toMatchObject({
      appeals: { count: 0, since: null },
      checks: { count: 1, more: false, old: 1, since },
    })
    expect(health.hour.internal).toBe(9)
    expect(health.hour.parts).toHaveLength(12)
    expect(health.hour.worst[0]).toMatchObject({ action: 'appeal.submit', internal: 9 })
    await cloud.local.trigger('clock')
    const { incidents } = await administrator.call('system.health', {})
    expect(incidents).toMatchObject([{ kind: 'errors', closedAt: null, count: 9 }])
  })

  it('is for who administers the city', async () => {
    const others = [
      cloud.phone('o-rider'),
      await cloud.staff({ openid: 'o-street', role: 'administrator', organisationId: '210103014' }),
      await cloud.staff({ openid: 'o-secretary', role: 'secretary', organisationId: '2101' }),
    ]
    for (const phone of others)
      expect(await phone.refused('system.health', {})).toMatchObject({ code: 'NOT_YOURS' })
  })
})
