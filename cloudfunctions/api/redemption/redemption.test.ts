import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Dump } from '../../../localcloud/start.ts'
import { newRequestId, type Phone, startTestCloud, type TestCloud } from '../../../tests/support/cloud.ts'
import { give, kaixuan, reconciled, redemptionOf, register, shelve } from '../../../tests/support/points.ts'

const street = '210103014'
const day = 86_400_000
let cloud: TestCloud
let rider: Phone
let secretary: Phone
let second: Phone
let clerk: Phone
let start: Dump

beforeAll(async () => {
  cloud = await startTestCloud({ districts: ['210103'] })
  rider = cloud.phone('o-rider')
  await register(rider)
  secretary = await cloud.staff({ openid: 'o-secretary', role: 'secretary', organisationId: kaixuan })
  second = await cloud.staff({ openid: 'o-street', role: 'secretary', organisationId: street })
  clerk = await cloud.staff({ openid: 'o-clerk', role: 'clerk', organisationId: kaixuan })
  start = await cloud.local.dump()
}, 60_000)
afterAll(() => cloud.close())
beforeEach(() => cloud.local.restore(start))

const mine = async () => (await rider.call('points.mine', {})).volunteer
const left = async (id = 'gloves') => (await (await import('../../store/rewards.ts')).rewards.get(id))?.left
const clean = async () => expect((await reconciled()).faults).toEqual([])
const codeOf = async (id: string) => (await rider.call('redemption.view', { id })).code ?? ''
const stored = async (id: string) => (await import('../../store/redemptions.ts')).redemptions.get(id)

describe('the whole way', () => {
  it('asked, approved, shown, checked, handed over; a receipt for the person', async () => {
    const id = await redemptionOf(rider, kaixuan)
    expect(await mine()).toMatchObject({ available: 0, held: 30 })
    expect(await left()).toBe(11)
    expect((await rider.call('redemption.view', { id })).code).toBeUndefined()
    const { rows, budget } = await secretary.call('redemption.queue', {})
    expect(budget).toMatchObject({ limit: 1200, spent: 0 })
    expect(rows).toMatchObject([{ id, name: '保暖手套', points: 30, nickname: '小蜂', once: false }])
    expect(await secretary.call('redemption.approve', { ids: [id] })).toEqual({
      decided: [{ id, state: 'approved' }],
    })
    expect((await secretary.call('redemption.queue', {})).budget.spent).toBe(30)
    const { code = '', scan = '' } = await rider.call('redemption.view', { id })
    expect(await clerk.call('redemption.check', { code })).toMatchObject({
      id,
      name: '保暖手套',
      who: '小蜂',
    })
    const signature = scan.split(':').at(-1) ?? ''
    expect(await clerk.call('redemption.check', { code, signature })).toMatchObject({ id })
    await clerk.call('redemption.fulfil', { id, code })
    expect(await mine()).toMatchObject({ available: 0, held: 0 })
    expect((await clerk.refused('redemption.check', { code })).code).toBe('CODE_SPENT')
    expect((await clerk.refused('redemption.fulfil', { id, code })).code).toBe('CODE_SPENT')
    const heads = (await rider.call('notice.list', {})).rows.map(({ head }) => head)
    expect(heads).toEqual(expect.arrayContaining(['领到了', '批了，可以去领']))
    await clean()
  })

  it.each([
    ['the person gives it up', 'cancel'],
    ['the secretary rejects it', 'reject'],
    ['nobody comes in 14 days', 'expire'],
  ])('%s: points and stock are free again, once', async (_, how) => {
    const id = await redemptionOf(rider, kaixuan)
    if (how === 'reject') await secretary.call('redemption.reject', { ids: [id], words: '先留给新来的' })
    else {
      await secretary.call('redemption.approve', { ids: [id] })
      if (how === 'cancel') await rider.call('redemption.cancel', { id })
      else {
        const { redemptions } = await import('../../store/redemptions.ts')
        await redemptions.update({ _id: id }, { expiresAt: Date.now() - 1, tickAt: Date.now() - 1 })
        await cloud.local.trigger('clock')
        await cloud.local.trigger('clock')
      }
    }
    expect(await mine()).toMatchObject({ available: 30, held: 0 })
    expect(await left()).toBe(12)
    expect((await rider.refused('redemption.cancel', { id })).code).toBe('REDEMPTION_MOVED')
    await clean()
  })
})

describe('at once', () => {
  it('200 people on the last 5 get exactly 5', async () => {
    await shelve({ stock: { period: 'once', size: 5 }, left: 5, cost: 1 })
    const phones = Array.from({ length: 200 }, (_, index) => cloud.phone(`o-crowd-${index}`))
    const { people } = await import('../../store/people.ts')
    await Promise.all(
      phones.map(async (phone) => {
        const id = await phone.personId()
        await people.update({ _id: id }, { community: { id: kaixuan, name: '凯旋社区' } })
        await give(id, 2)
      }),
    )
    const answers = await Promise.all(
      phones.map((phone) =>
        phone.send({ action: 'redemption.ask', input: { rewardId: 'gloves' }, requestId: newRequestId() }),
      ),
    )
    expect(answers.filter(({ ok }) => ok)).toHaveLength(5)
    expect(new Set(answers.flatMap((reply) => (reply.ok ? [] : [reply.error.code])))).toEqual(
      new Set(['SOLD_OUT']),
    )
    expect(await left()).toBe(0)
    await clean()
  }, 120_000)

  it('one person who taps twenty times gets it once', async () => {
    await shelve({ perPerson: 5, cost: 1 })
    await give(await rider.personId(), 30)
    const answers = await Promise.all(
      Array.from({ length: 20 }, () =>
        rider.send({ action: 'redemption.ask', input: { rewardId: 'gloves' }, requestId: newRequestId() }),
      ),
    )
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    expect(await left()).toBe(11)
    expect(await mine()).toMatchObject({ available: 29, held: 1 })
  }, 60_000)

  it('two clerks with one code hand it over once', async () => {
    const id = await redemptionOf(rider, kaixuan)
    await secretary.call('redemption.approve', { ids: [id] })
    const code = await codeOf(id)
    const other = await cloud.staff({ openid: 'o-clerk-2', role: 'clerk', organisationId: kaixuan })
    const answers = await Promise.all(
      [clerk, other].map((each) =>
        each.send({
          action: 'redemption.fulfil',
          input: { id, code },
          requestId: newRequestId(),
          hat: `clerk-${kaixuan}`,
        }),
      ),
    )
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    await clean()
  })

  it('two secretaries do not overdraw the budget', async () => {
    const ids: string[] = []
    for (let index = 0; index < 4; index += 1)
      ids.push(
        await redemptionOf(cloud.phone(`o-budget-${index}`), kaixuan, { _id: `reward-${index}`, cost: 40 }),
      )
    await secretary.call('redemption.setBudget', { limit: 100, version: 0 })
    await Promise.all(
      [secretary, second].map((each, index) =>
        each.call('redemption.approve', { ids: ids.slice(index * 2, index * 2 + 2) }),
      ),
    )
    const states = await Promise.all(ids.map(async (id) => (await stored(id))?.state))
    expect(states.filter((state) => state === 'approved')).toHaveLength(2)
    expect((await secretary.call('redemption.queue', {})).budget).toMatchObject({ limit: 100, spent: 80 })
    expect(
      (await secretary.refused('redemption.approve', { ids: [ids[states.indexOf('pending')] ?? ''] })).code,
    ).toBe('BUDGET_SHORT')
  }, 60_000)
})

describe('approving', () => {
  it('above 100 points takes the community and one above it', async () => {
    const id = await redemptionOf(rider, kaixuan, { cost: 160 })
    await secretary.call('redemption.approve', { ids: [id] })
    expect((await stored(id))?.state).toBe('pending')
    expect((await secretary.refused('redemption.approve', { ids: [id] })).code).toBe('SECOND_APPROVER')
    expect((await secretary.call('redemption.queue', {})).rows[0]?.locked).toContain('第二位')
    expect((await second.call('redemption.queue', {})).rows).toMatchObject([{ id, once: true }])
    await second.call('redemption.approve', { ids: [id] })
    expect((await stored(id))?.state).toBe('approved')
  })

  it('is not for one’s own, and one of several does not hold up the others', async () => {
    await register(cloud.phone('o-secretary'), kaixuan, '书记')
    const own = await redemptionOf(cloud.phone('o-secretary'), kaixuan)
    const other = await redemptionOf(rider, kaixuan, { _id: 'tea', cost: 8 })
    const { decided } = await secretary.call('redemption.approve', { ids: [own, other, 'nothing'] })
    expect(decided).toMatchObject([
      { id: own, refused: expect.stringContaining('自己') },
      { id: other, state: 'approved' },
      { id: 'nothing', refused: expect.stringContaining('没找到') },
    ])
  })

  it('fifty at once with at most six requests each', async () => {
    const ids: string[] = []
    for (let index = 0; index < 50; index += 1)
      ids.push(await redemptionOf(cloud.phone(`o-fifty-${index}`), kaixuan, { _id: `r-${index}`, cost: 1 }))
    const event = {
      action: 'redemption.approve',
      input: { ids },
      requestId: newRequestId(),
      hat: `secretary-${kaixuan}`,
    }
    const { value, meter } = await cloud.local.measure('api', event, { openid: 'o-secretary' })
    const { data } = value as { data: { decided: { state?: string }[] } }
    expect(data.decided.every(({ state }) => state === 'approved')).toBe(true)
    const requests = Object.values(meter.requests).reduce((sum, count) => sum + count, 0)
    expect(requests / 50).toBeLessThanOrEqual(6)
  }, 60_000)
})

describe('asking', () => {
  it('takes at most nine requests', async () => {
    await shelve()
    await give(await rider.personId(), 30)
    const event = { action: 'redemption.ask', input: { rewardId: 'gloves' }, requestId: newRequestId() }
    const { value, meter } = await cloud.local.measure('api', event, { openid: 'o-rider' })
    expect((value as { ok: boolean }).ok).toBe(true)
    expect(Object.values(meter.requests).reduce((sum, count) => sum + count, 0)).toBeLessThanOrEqual(9)
  })
  it('the same request again answers the same, though it was the last piece', async () => {
    await shelve({ stock: { period: 'once', size: 1 }, left: 1 })
    await give(await rider.personId(), 30)
    const requestId = newRequestId()
    const first = await rider.call('redemption.ask', { rewardId: 'gloves' }, requestId)
    expect(await rider.call('redemption.ask', { rewardId: 'gloves' }, requestId)).toEqual(first)
  })
  it('is for who registered there', async () => {
    await shelve()
    const stranger = cloud.phone('o-stranger')
    await give(await stranger.personId(), 30)
    expect((await stranger.refused('redemption.ask', { rewardId: 'gloves' })).code).toBe('REWARD_ELSEWHERE')
  })
})

describe('codes', () => {
  const wrong = ['0000000000', '0000000018', '0000000026', '0000000034', '0000000042', '0000000059']
  it('can’t be guessed: five wrong ones, then ten minutes', async () => {
    for (const code of wrong.slice(0, 5))
      expect((await clerk.refused('redemption.check', { code })).code).toBe('REDEEM_CODE_WRONG')
    const id = await redemptionOf(rider, kaixuan)
    await secretary.call('redemption.approve', { ids: [id] })
    const code = await codeOf(id)
    expect((await clerk.refused('redemption.check', { code })).code).toBe('TOO_OFTEN')
    await cloud.rest('o-clerk')
    expect(await clerk.call('redemption.check', { code })).toMatchObject({ id })
  })
  it('right ones don’t count, and a slip of the finger neither', async () => {
    const id = await redemptionOf(rider, kaixuan)
    await secretary.call('redemption.approve', { ids: [id] })
    const code = await codeOf(id)
    for (let index = 0; index < 8; index += 1) {
      await clerk.call('redemption.check', { code })
      expect((await clerk.refused('redemption.check', { code: '1234567890' })).code).toBe('REDEEM_CODE_WRONG')
    }
  })
  it('of a burst at once no more than five are looked at', async () => {
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        clerk.refused('redemption.check', { code: wrong[index % wrong.length] }),
      ),
    )
    expect(answers.filter(({ code }) => code === 'REDEEM_CODE_WRONG').length).toBeLessThanOrEqual(5)
  })
  it('do not work elsewhere, late, unsigned, before approval, or for oneself', async () => {
    const id = await redemptionOf(rider, kaixuan)
    const pending = (await stored(id))?.code ?? ''
    expect((await clerk.refused('redemption.check', { code: pending })).code).toBe('REDEEM_CODE_WRONG')
    await secretary.call('redemption.approve', { ids: [id] })
    const code = await codeOf(id)
    const elsewhere = await cloud.staff({ openid: 'o-else', role: 'clerk', organisationId: street })
    expect((await elsewhere.refused('redemption.check', { code })).code).toBe('CODE_ELSEWHERE')
    expect((await elsewhere.refused('redemption.fulfil', { id, code })).code).toBe('CODE_ELSEWHERE')
    const signature = '0'.repeat(32)
    expect((await clerk.refused('redemption.check', { code, signature })).code).toBe('REDEEM_CODE_WRONG')
    const { redemptions } = await import('../../store/redemptions.ts')
    await redemptions.update({ _id: id }, { expiresAt: Date.now() - day })
    expect((await clerk.refused('redemption.fulfil', { id, code })).code).toBe('CODE_LATE')
  })
})

describe('bad input gets its own refusal, and nothing is stored', () => {
  it.each([
    ['a reward that is not there', 'redemption.ask', { rewardId: 'nothing' }, 'REWARD_NOT_FOUND'],
    ['an operator where a reward belongs', 'redemption.ask', { rewardId: { $ne: null } }, 'FIELD_INVALID'],
    ['points of one’s own making', 'redemption.ask', { rewardId: 'gloves', points: 0 }, 'FIELD_UNKNOWN'],
    ['a redemption of somebody else', 'redemption.cancel', { id: 'nothing' }, 'REDEMPTION_NOT_FOUND'],
  ] as const)('%s', async (_, action, input, code) => {
    const before = await cloud.local.dump()
    expect((await rider.refused(action, input)).code).toBe(code)
    expect((await cloud.local.dump()).accounts).toEqual(before.accounts)
  })
  it.each([
    ['nothing chosen', 'redemption.approve', { ids: [] }, 'FIELD_INVALID'],
    ['51 at once', 'redemption.approve', { ids: Array.from({ length: 51 }, String) }, 'TOO_MANY_AT_ONCE'],
    ['no reason', 'redemption.reject', { ids: ['x'], words: ' ' }, 'TEXT_EMPTY'],
    ['a budget below zero', 'redemption.setBudget', { limit: -1, version: 0 }, 'FIELD_INVALID'],
    ['an old sight of the budget', 'redemption.setBudget', { limit: 5, version: 9 }, 'BUDGET_STALE'],
  ] as const)('%s', async (_, action, input, code) => {
    expect((await secretary.refused(action, input)).code).toBe(code)
  })
})
