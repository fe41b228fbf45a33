import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Phone, startTestCloud, type TestCloud } from '../../../tests/support/cloud.ts'
import { give, kaixuan, register } from '../../../tests/support/points.ts'

let cloud: TestCloud
let rider: Phone
let secretary: Phone
let city: Phone

beforeAll(async () => {
  cloud = await startTestCloud({ districts: ['210103'] })
  rider = cloud.phone('o-rider')
  await register(rider)
  await give(await rider.personId(), 40)
  secretary = await cloud.staff({ openid: 'o-secretary', role: 'secretary', organisationId: kaixuan })
  city = await cloud.staff({ openid: 'o-city', role: 'administrator', organisationId: '2101' })
}, 60_000)
afterAll(() => cloud.close())

const gloves = {
  name: '保暖手套',
  kind: 'goods',
  unit: '副',
  cost: 30,
  pickUp: '一楼服务台',
  stock: { period: 'once', size: 12 },
  perPerson: 1,
} as const

describe('a shop', () => {
  it('shows what its community put up, cheapest first, with what one lacks', async () => {
    const { id } = await secretary.call('reward.save', gloves)
    await secretary.call('reward.save', { ...gloves, name: '热饮券', kind: 'coupon', cost: 8 })
    await city.call('reward.save', { ...gloves, name: '体检', kind: 'service', cost: 160 })
    const shop = await rider.call('reward.shop', { of: 'community' })
    expect(shop).toMatchObject({ spendable: 40, place: { id: kaixuan } })
    expect(shop.rows.map(({ name }) => name)).toEqual(['热饮券', '保暖手套'])
    expect((await rider.call('reward.shop', { of: 'community', kind: 'coupon' })).rows).toHaveLength(1)
    expect((await rider.call('reward.shop', { of: 'city' })).rows.map(({ name }) => name)).toEqual(['体检'])
    expect(await rider.call('reward.view', { id })).toMatchObject({ left: 12, taken: 0, spendable: 40 })
    await rider.call('redemption.ask', { rewardId: id })
    expect(await rider.call('reward.view', { id })).toMatchObject({
      left: 11,
      taken: 1,
      openId: expect.any(String),
    })
  })

  it('keeps what has gone when more is put up, and hides what is put away', async () => {
    const [first] = (await secretary.call('reward.list', {})).rows.filter(({ name }) => name === '保暖手套')
    const { id = '', version = 0 } = first ?? {}
    const more = { ...gloves, id, stock: { period: 'once' as const, size: 20 } }
    await secretary.call('reward.save', { ...more, version })
    expect((await rider.call('reward.view', { id })).left).toBe(19)
    expect((await secretary.refused('reward.save', { ...more, version })).code).toBe('REWARD_STALE')
    await secretary.call('reward.save', { ...more, version: version + 1, shown: false })
    expect((await rider.refused('reward.view', { id })).code).toBe('REWARD_NOT_FOUND')
    expect((await secretary.call('reward.list', { shown: false })).rows.map((row) => row.id)).toEqual([id])
  })

  it.each([
    ['no name', { name: ' ' }, 'TEXT_EMPTY'],
    ['nothing to pay', { cost: 0 }, 'FIELD_INVALID'],
    ['half a point', { cost: 1.5 }, 'FIELD_INVALID'],
    ['fewer than none', { stock: { period: 'once', size: -1 } }, 'FIELD_INVALID'],
    ['a merchant that is none', { merchantId: kaixuan }, 'MERCHANT_ELSEWHERE'],
    ['the picture of somebody else', { photo: 'cloud://x/photos/somebody/1.jpg' }, 'PHOTO_NOT_YOURS'],
    ['supervision points', { bucket: 'supervision' }, 'FIELD_UNKNOWN'],
  ])('refuses %s', async (_, wrong, code) => {
    const before = await cloud.local.dump()
    expect((await secretary.refused('reward.save', { ...gloves, ...wrong })).code).toBe(code)
    expect((await cloud.local.dump()).rewards).toEqual(before.rewards)
  })
})

it('offers the merchants of the community and of what it lies in; the city’s shop all there are', async () => {
  const { organisations } = await import('../../store/organisations.ts')
  const place = await organisations.get(kaixuan)
  if (!place) throw new Error('the community is not loaded')
  const { nameKeys: _, suffixes: __, ...plain } = place
  const merchant = (_id: string, parentId: string) => ({
    ...plain,
    _id,
    name: `商家 ${_id}`,
    kind: 'merchant' as const,
    parentId,
    suffixes: [],
  })
  await organisations.add(
    merchant('m-own', kaixuan),
    merchant('m-district', '210103'),
    merchant('m-away', 'far'),
  )
  const ids = async (phone: Phone) => (await phone.call('reward.merchants', {})).rows.map(({ id }) => id)
  expect(await ids(secretary)).toEqual(['m-district', 'm-own'])
  expect(await ids(city)).toEqual(['m-away', 'm-district', 'm-own'])
  const saved = await secretary.call('reward.save', { ...gloves, name: '热粥', merchantId: 'm-own' })
  expect((await rider.call('reward.view', { id: saved.id })).handedBy).toBe('商家 m-own')
  const before = (await secretary.call('reward.list', {})).rows.find(({ id }) => id === saved.id)
  await secretary.call('reward.save', {
    ...gloves,
    name: '热粥',
    id: saved.id,
    version: before?.version ?? 0,
    shown: false,
  })
  const away = (await secretary.call('reward.list', { shown: false })).rows.find(({ id }) => id === saved.id)
  expect(away?.merchant).toBeUndefined()
})
