import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { ActionName } from '../../domain/contract.ts'
import { shippedRules } from '../../domain/points/rules.ts'
import type { Dump } from '../../localcloud/start.ts'
import { placesFor } from '../../localcloud/wire/faults.ts'
import { breaksOfTimer } from '../support/breaksOfTimer.ts'
import { type Phone, startTestCloud, type TestCloud } from '../support/cloud.ts'
import { give, reconciled, shelve } from '../support/points.ts'
import { underEveryFault } from '../support/underEveryFault.ts'

const city = '2101'
let cloud: TestCloud
let rider: Phone
let secretary: Phone
let start: Dump

beforeAll(async () => {
  cloud = await startTestCloud({ districts: [] })
  rider = cloud.phone('o-rider')
  const id = await rider.personId()
  const { people } = await import('../../cloudfunctions/store/people.ts')
  await people.update({ _id: id }, { community: { id: 'somewhere', name: '凯旋社区' } })
  secretary = await cloud.staff({ openid: 'o-secretary', role: 'secretary', organisationId: city })
  await cloud.staff({ openid: 'o-clerk', role: 'clerk', organisationId: city })
  await shelve({ organisation: { id: city, name: '' } })
  await give(id, 40)
  start = await cloud.local.dump()
}, 60_000)
afterAll(() => cloud.close())
beforeEach(() => cloud.local.restore(start))

const people = {
  rider: { openid: 'o-rider' },
  secretary: { openid: 'o-secretary', hat: `secretary-${city}` },
  clerk: { openid: 'o-clerk', hat: `clerk-${city}` },
}
/** Codes and secrets differ from run to run. */
const random = /"(code|secret)":"[0-9a-f]+"/g
const ask = async () => (await rider.call('redemption.ask', { rewardId: 'gloves' })).id
const approved = async () => {
  const id = await ask()
  await secretary.call('redemption.approve', { ids: [id] })
  return id
}
const clean = async () => expect((await reconciled()).faults).toEqual([])

describe('whatever goes wrong at whichever wire request, the phone asks again and no point is lost or made', () => {
  it('asking', async () => {
    await underEveryFault(cloud, people.rider, 'redemption.ask', { rewardId: 'gloves' }, random)
    expect((await rider.call('points.mine', {})).volunteer).toMatchObject({ available: 10, held: 30 })
    await clean()
  }, 240_000)

  it('approving', async () => {
    await underEveryFault(cloud, people.secretary, 'redemption.approve', { ids: [await ask()] }, random)
    await clean()
  }, 240_000)

  it('rejecting', async () => {
    const ids = [await ask()]
    await underEveryFault(cloud, people.secretary, 'redemption.reject', { ids, words: '先留着' }, random)
    expect((await rider.call('points.mine', {})).volunteer).toMatchObject({ available: 40, held: 0 })
    await clean()
  }, 240_000)

  it('giving up', async () => {
    await underEveryFault(cloud, people.rider, 'redemption.cancel', { id: await approved() }, random)
    await clean()
  }, 240_000)

  it('handing over', async () => {
    const id = await approved()
    const { code = '' } = await rider.call('redemption.view', { id })
    await underEveryFault(cloud, people.clerk, 'redemption.check', { code }, random)
    await underEveryFault(cloud, people.clerk, 'redemption.fulfil', { id, code }, random)
    expect((await rider.call('points.mine', {})).volunteer).toMatchObject({ available: 10, held: 0 })
    await clean()
  }, 240_000)

  it('a reward, the budget, the rules', async () => {
    await underEveryFault(cloud, people.secretary, 'reward.save', {
      name: '热饮券',
      kind: 'coupon',
      unit: '张',
      cost: 8,
      pickUp: '一楼',
      stock: { period: 'month', size: 60 },
      perPerson: 2,
      from: 1,
    })
    await underEveryFault(cloud, people.secretary, 'redemption.setBudget', { limit: 500, version: 0 })
    const rules = shippedRules.map((rule) => ({ ...rule, points: 3 }))
    const change = { version: 1, rules, words: '多鼓励' }
    await underEveryFault(cloud, people.secretary, 'pointsRules.publish', change)
  }, 240_000)

  it('a snap is confirmed, and pays', async () => {
    const { id } = await rider.call('appeal.submit', {
      kind: 'snap',
      category: 'fireLane',
      photos: [await rider.photo()],
      area: city,
      trade: 'delivery',
    })
    const { appeals } = await import('../../cloudfunctions/store/appeals.ts')
    await appeals.update({ _id: id }, { state: 'resolved', working: false, resolvedAt: Date.now() })
    const answer = { id, version: 1, answer: 'satisfied' }
    await underEveryFault(cloud, people.rider, 'appeal.confirm', answer)
    // WeChat's word of the picture has come too: it would arrive in the middle of the next test.
    await cloud.passed()
    expect((await rider.call('points.mine', {})).volunteer.available).toBeGreaterThan(40)
    await clean()
  }, 240_000)

  it('being deleted with something on its way', async () => {
    await approved()
    const token = /"(code|secret)":"[0-9a-f]+"|[0-9a-f]{32}/g
    await underEveryFault(cloud, people.rider, 'personalData.delete', {}, token)
    await clean()
  }, 240_000)
})

describe('who is broken off and never asks again: the timer tells what is missing, once', () => {
  const kinds = ['refuse', 'lose', 'kill', 'kill-after'] as const
  const store = import('../../cloudfunctions/store/redemptions.ts')
  const noDue = import('../../domain/appeal/appeal.ts').then((appeal) => appeal.noDue)
  const heads = async () => (await rider.call('notice.list', {})).rows.map(({ head }) => head)

  /** What the person has heard is what has become of it, each once, and the timer has nothing left to do for it. */
  async function heard(id: string, before: string[], at: string): Promise<void> {
    const redemption = await (await store).redemptions.get(id)
    const { state = 'pending', untold, tickAt, expiresAt } = redemption ?? {}
    const now = {
      approved: '批了，可以去领',
      fulfilled: '领到了',
      rejected: '这次没批',
      expired: '过期没领，分退了',
    }
    const head = state === 'pending' || state === 'cancelled' ? undefined : now[state]
    const wanted = [...new Set([...before, ...(head === undefined ? [] : [head])])]
    expect((await heads()).sort(), at).toEqual(wanted.sort())
    expect(untold, at).toBe(false)
    expect(tickAt, at).toBe(state === 'approved' ? expiresAt : await noDue)
  }

  async function brokenOff(
    who: { openid: string; hat: string },
    action: ActionName,
    id: string,
    input: object,
  ): Promise<void> {
    const event = { action, input, hat: who.hat, requestId: 'broken-off-request-1' }
    const told = await heads()
    const before = await cloud.local.dump()
    const { value, meter } = await cloud.local.measure('api', event, { openid: who.openid })
    expect(value).toMatchObject({ ok: true })
    for (const kind of kinds)
      for (const at of placesFor(kind, meter.order)) {
        await cloud.local.restore(before)
        const faults = [{ kind, at, milliseconds: 5 }]
        await cloud.local.call('api', event, { openid: who.openid, faults }).catch(() => undefined)
        await cloud.local.endTransactions()
        for (let run = 0; run < 2; run += 1) await cloud.local.trigger('clock')
        await heard(id, told, `${kind} at request ${at}`)
      }
    await clean()
  }

  it('approving', async () => {
    const id = await ask()
    await brokenOff(people.secretary, 'redemption.approve', id, { ids: [id] })
  }, 240_000)

  it('rejecting', async () => {
    const id = await ask()
    await brokenOff(people.secretary, 'redemption.reject', id, { ids: [id], words: '先留着' })
  }, 240_000)

  it('handing over', async () => {
    const id = await approved()
    await cloud.local.trigger('clock')
    const { code = '' } = await rider.call('redemption.view', { id })
    await brokenOff(people.clerk, 'redemption.fulfil', id, { id, code })
  }, 240_000)

  it.each(kinds)(
    'expiring, the timer itself broken off by %s',
    async (kind) => {
      const id = await approved()
      await cloud.local.trigger('clock')
      const { redemptions } = await store
      const past = { expiresAt: Date.now() - 1, tickAt: Date.now() - 1 }
      await redemptions.update({ _id: id }, past)
      const told = await heads()
      const before = await cloud.local.dump()
      await cloud.local.trigger('clock')
      await heard(id, told, 'undisturbed')
      const breaks = breaksOfTimer(cloud)
      for (const at of breaks(kind)) {
        await cloud.local.restore(before)
        const broken = cloud.local.trigger('clock', undefined, [{ kind, at, milliseconds: 5 }])
        await broken.catch(() => undefined)
        await cloud.local.endTransactions()
        // What failed is put off for ten minutes; they have passed.
        const { tickAt = 0 } = (await redemptions.get(id)) ?? {}
        if (tickAt < (await noDue)) await redemptions.update({ _id: id }, { tickAt: Date.now() - 1 })
        await cloud.local.trigger('clock')
        await heard(id, told, `${kind} at request ${at}`)
      }
      expect((await redemptions.get(id))?.state).toBe('expired')
      await clean()
    },
    240_000,
  )

  it('whoever takes everything with them is told nothing any more', async () => {
    const id = await ask()
    await secretary.call('redemption.reject', { ids: [id], words: '先留着' })
    const personId = await rider.personId()
    await cloud.rest('o-rider')
    await rider.call('personalData.delete', {})
    await cloud.local.trigger('clock')
    const { notices } = await import('../../cloudfunctions/store/notices.ts')
    expect(await notices.count({ personId })).toBe(0)
    expect((await (await store).redemptions.get(id))?.tickAt).toBe(await noDue)
  }, 60_000)
})
