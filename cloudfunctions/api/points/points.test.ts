import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { reversalOf } from '../../../domain/points/cause.ts'
import { type Phone, startTestCloud, type TestCloud } from '../../../tests/support/cloud.ts'
import { causeFor, give, kaixuan, reconciled, register } from '../../../tests/support/points.ts'

let cloud: TestCloud
let rider: Phone
let id: string

beforeAll(async () => {
  cloud = await startTestCloud({ districts: ['210103'] })
  rider = cloud.phone('o-rider')
  await register(rider)
  id = await rider.personId()
}, 60_000)
afterAll(() => cloud.close())

const carry = () => import('../../carry/pay.ts')
const month = () => new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 7)
const lines = async () => (await rider.call('points.statement', { month: month() })).rows

describe('paying', () => {
  it('pays a cause once, however often and by however many', async () => {
    const { pay } = await carry()
    const cause = causeFor(id, { points: 4, title: '看秩序' })
    await Promise.all(Array.from({ length: 10 }, () => pay(cause, Date.now())))
    await pay(cause, Date.now())
    const mine = await rider.call('points.mine', {})
    expect(mine.volunteer.available).toBeGreaterThanOrEqual(4)
    expect((await lines()).filter(({ title }) => title === '看秩序')).toHaveLength(1)
    expect((await reconciled()).faults).toEqual([])
  })

  it('says how a line was reckoned, what is left of the limit, and what it was for', async () => {
    const { pay } = await carry()
    const at = Date.parse(`${month()}-01T12:00:00+08:00`)
    await pay(
      causeFor(id, { kind: 'snapConfirmed', title: '随手拍：消防通道被堵', at, tags: ['badWeather'] }),
      at,
    )
    const [line] = (await lines()).filter(({ title }) => title === '随手拍：消防通道被堵')
    expect(line).toMatchObject({
      points: 3,
      arithmetic: '2 分 × 1.5（恶劣天气）= 3 分',
      limit: '今日上限 20，还剩 17',
      about: { what: 'task' },
    })
  })

  it('takes back once, and leaves owed what is gone', async () => {
    const { pay } = await carry()
    const cause = causeFor(id, { points: 5, title: '撤回的' })
    await pay(cause, Date.now())
    const before = (await rider.call('points.mine', {})).volunteer.available
    const reversal = reversalOf(cause, Date.now())
    await pay(reversal, Date.now())
    await pay(reversal, Date.now())
    const after = await rider.call('points.mine', {})
    const paid = (await lines()).find(({ title, kind }) => title === '撤回的' && kind === 'pay')
    expect(before - after.volunteer.available).toBe(paid?.points)
    expect((await reconciled()).faults).toEqual([])
  })

  it('takes nothing back of what was never paid', async () => {
    const { pay } = await carry()
    const count = (await lines()).length
    await pay(reversalOf(causeFor(id, { kind: 'snapSeen', rank: 9 }), Date.now()), Date.now())
    expect(await lines()).toHaveLength(count)
  })
})

describe('round trips', () => {
  const measured = async (action: string, input: object) => {
    const { value, meter } = await cloud.local.measure('api', { action, input }, { openid: 'o-rider' })
    expect((value as { ok: boolean }).ok).toBe(true)
    return Object.values(meter.requests).reduce((sum, count) => sum + count, 0)
  }
  it('reads a page of the statement with two', async () => {
    expect(await measured('points.statement', { month: month() })).toBeLessThanOrEqual(2)
  })
  it('reads my points with three', async () => {
    expect(await measured('points.mine', {})).toBeLessThanOrEqual(3)
  })
})

describe('the statement', () => {
  it('goes on page by page without a line twice or missing', async () => {
    const other = cloud.phone('o-many')
    const otherId = await other.personId()
    for (let index = 0; index < 45; index += 1) await give(otherId, 1)
    const seen: string[] = []
    for (let cursor: string | undefined; ; ) {
      const page: { rows: { id: string }[]; next?: string | undefined } = await other.call(
        'points.statement',
        {
          month: month(),
          ...(cursor !== undefined && { cursor }),
        },
      )
      seen.push(...page.rows.map((row) => row.id))
      cursor = page.next
      if (cursor === undefined) break
    }
    expect(seen).toHaveLength(45)
    expect(new Set(seen).size).toBe(45)
  })
  it.each([['2026-13-01'], [''], ['../etc']])('refuses %j as a month', async (wrong) => {
    expect((await rider.refused('points.statement', { month: wrong })).code).toBe('FIELD_INVALID')
  })
})

describe('the timer', () => {
  it('announces what expires, then lets it, once each', async () => {
    const { accounts } = await import('../../store/accounts.ts')
    const old = cloud.phone('o-old')
    const oldId = await old.personId()
    const year = new Date().getUTCFullYear()
    await give(oldId, 7, Date.parse(`${year - 1}-03-01T12:00:00+08:00`))
    // By the calendar of today they may be alive; two years ago they can't be.
    await give(oldId, 5)
    const account = await accounts.get(oldId)
    const lots = (account?.buckets.volunteer.lots ?? []).map((lot) =>
      lot.year === year - 1 ? { ...lot, year: year - 2 } : lot,
    )
    const { command } = await import('../../store/collection.ts')
    const { transfers } = await import('../../store/transfers.ts')
    await accounts.update({ _id: oldId }, { 'buckets.volunteer.lots': command.set(lots), tickAt: 0 })
    for (const each of await transfers.find({ where: { personId: oldId }, limit: 10 }))
      await transfers.update(
        { _id: each._id },
        {
          legs: command.set(
            each.legs.map((leg) => (leg.year === year - 1 ? { ...leg, year: year - 2 } : leg)),
          ),
        },
      )
    expect((await old.call('points.mine', {})).volunteer.available).toBe(5)
    await cloud.local.trigger('clock')
    await cloud.local.trigger('clock')
    const rows = (await old.call('points.statement', { month: month() })).rows
    expect(rows.filter(({ kind }) => kind === 'expire').map(({ points }) => points)).toEqual([-7])
    expect((await reconciled()).faults).toEqual([])
  })
})

describe('对账', () => {
  it('is for who administers the city, and finds what somebody changed', async () => {
    const city = await cloud.staff({ openid: 'o-city', role: 'administrator', organisationId: '2101' })
    const { persons, faults } = await city.call('points.reconcile', {})
    expect(persons).toBeGreaterThan(1)
    expect(faults).toEqual([])
    const { accounts } = await import('../../store/accounts.ts')
    const before = await accounts.get(id)
    await accounts.update({ _id: id }, { 'buckets.volunteer.owed': -3 })
    const found = await city.call('points.reconcile', {})
    expect(found.faults).toEqual([{ id, fault: expect.stringContaining('owed') }])
    if (before) await accounts.put(before)
    const local = await cloud.staff({ openid: 'o-local', role: 'administrator', organisationId: kaixuan })
    expect((await local.refused('points.reconcile', {})).code).toBe('NOT_YOURS')
  })
})

it('分怎么算 tells the rules that hold where one is registered', async () => {
  const { place, rules } = await rider.call('points.rules', {})
  expect(place).toBe('凯旋社区')
  expect(rules.find(({ what }) => what === 'snapConfirmed')?.points).toBe(2)
  expect((await cloud.phone('o-new').call('points.rules', {})).place).toBe('全市')
})
