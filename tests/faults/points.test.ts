import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { shippedRules } from '../../domain/points/rules.ts'
import type { Dump } from '../../localcloud/start.ts'
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
