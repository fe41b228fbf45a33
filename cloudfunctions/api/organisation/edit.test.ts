import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { placeLimits } from '../../../domain/place/limits.ts'
import { newRequestId, type Phone, startTestCloud, type TestCloud } from '../../../tests/support/cloud.ts'

const kaixuan = '210103014001'
const street = '210103014'
let cloud: TestCloud
let city: Phone
let district: Phone
let other: Phone

beforeAll(async () => {
  cloud = await startTestCloud({ districts: ['210103', '210105'] })
  const administrator = (organisationId: string) =>
    cloud.staff({ openid: `o-admin-${organisationId}`, role: 'administrator', organisationId })
  city = await administrator('2101')
  district = await administrator('210103')
  other = await administrator('210105')
}, 60_000)
afterAll(() => cloud.close())

const fresh = async (name: string, parentId = street) =>
  (await city.call('organisation.create', { parentId, name, kind: 'community' })).id
const dump = async () => {
  const { audit: _, ...rest } = await cloud.local.dump()
  return rest
}

describe('finding', () => {
  it('by initials, by pinyin, in capitals, by any part of the name', async () => {
    for (const text of ['kx', 'KXSQ', 'kaixuan', '凯旋', '旋社']) {
      const { places } = await city.call('place.search', { text })
      expect(
        places.map(({ name }) => name),
        text,
      ).toContain('凯旋社区')
    }
    const { rows } = await city.call('organisation.list', { text: 'kxsq' })
    expect(rows[0]).toMatchObject({ id: kaixuan, name: '凯旋社区', location: '沈河区 · 北站街道' })
  })

  it('down the tree with the way to it, page by page, and only what one administers', async () => {
    const top = await city.call('organisation.list', {})
    expect(top.path).toEqual([{ id: '2101', name: '沈阳市', kind: 'city' }])
    expect(top.rows.map(({ name }) => name)).toContain('沈河区')
    const below = await district.call('organisation.list', { parentId: street })
    expect(below.path.map(({ name }) => name)).toEqual(['沈河区', '北站街道'])
    expect(below.rows.map(({ name }) => name)).toContain('凯旋社区')
    expect(await district.refused('organisation.list', { parentId: '210105' })).toMatchObject({
      code: 'NOT_YOURS',
    })
    expect((await district.call('organisation.list', { text: '皇姑区' })).rows).toEqual([])
  })

  it('in one’s own district as in the city: it looks only at what one administers', async () => {
    for (const text of ['社区', 'sq']) {
      const { rows } = await district.call('organisation.list', { text })
      expect(rows).toHaveLength(placeLimits.page)
      expect(rows.filter(({ id }) => !id.startsWith('210103'))).toEqual([])
    }
    for (const [openid, hat, active] of [
      ['o-admin-210103', 'administrator-210103', true],
      ['o-admin-2101', 'administrator-2101', false],
    ] as const) {
      const input = { text: '社区', active }
      const { meter } = await cloud.local.measure(
        'api',
        { action: 'organisation.list', input, hat },
        { openid },
      )
      expect(meter.indexes).toContain('named')
      expect(meter.examined).toBeLessThanOrEqual(meter.returned + 1)
    }
  })

  it('follows a name, closing and opening at once, and a move once it was carried over', async () => {
    const moving = await city.call('organisation.create', {
      parentId: '210103',
      name: '搜搬街道',
      kind: 'street',
    })
    const id = await fresh('搜旧社区', moving.id)
    const found = async (phone: Phone, text: string, active = true) =>
      (await phone.call('organisation.list', { text, active })).rows.map((row) => row.id).includes(id)
    expect(await found(district, '搜旧')).toBe(true)
    await city.call('organisation.edit', { id, version: 1, name: '搜新社区' })
    await city.call('organisation.settle', { id })
    expect([await found(district, '搜旧'), await found(district, 'sxsq')]).toEqual([false, true])
    await city.call('organisation.close', { ids: [id] })
    expect([await found(district, '搜新'), await found(district, '搜新', false)]).toEqual([false, true])
    await city.call('organisation.open', { ids: [id] })
    expect([await found(district, '搜新'), await found(district, '搜新', false)]).toEqual([true, false])
    await city.call('organisation.move', { id: moving.id, version: 1, parentId: '210105' })
    await city.call('organisation.settle', { id: moving.id })
    expect([await found(district, '搜新'), await found(other, '搜新'), await found(city, '搜新')]).toEqual([
      false,
      true,
      true,
    ])
    const heirId = await fresh('搜承社区', moving.id)
    const { version } = await city.call('organisation.view', { id })
    await city.call('organisation.merge', { id, version, heirId })
    expect([await found(other, '搜新'), await found(other, '搜新', false)]).toEqual([false, true])
  })

  it('where one administers one organisation alone, finds that one', async () => {
    const own = await cloud.staff({ openid: 'o-own', role: 'administrator', organisationId: kaixuan })
    const ids = async (text: string) =>
      (await own.call('organisation.list', { text })).rows.map(({ id }) => id)
    expect([await ids('旋'), await ids('sq'), await ids('皇姑')]).toEqual([[kaixuan], [kaixuan], []])
  })

  it('examines no more than it gives back, but for a few', async () => {
    const { meter } = await cloud.local.measure(
      'api',
      { action: 'organisation.list', input: { parentId: street }, hat: 'administrator-2101' },
      { openid: 'o-admin-2101' },
    )
    expect(meter.indexes).not.toContain('scan')
    expect(meter.examined).toBeLessThanOrEqual(meter.returned + 5)
  })
})

describe('creating and editing', () => {
  it('a community gets its place, and is found by its initials at once', async () => {
    const id = await fresh('蜂巢社区')
    expect(await city.call('organisation.view', { id })).toMatchObject({
      name: '蜂巢社区',
      location: '沈河区 · 北站街道',
      path: [{ name: '沈阳市' }, { name: '沈河区' }, { name: '北站街道' }],
      active: true,
      version: 1,
    })
    expect((await city.call('place.search', { text: 'fcsq' })).places.map((place) => place.id)).toContain(id)
    const rider = cloud.phone('o-new-rider')
    const sent = await rider.call('appeal.submit', {
      kind: 'request',
      category: 'parking',
      text: '没地方停',
      area: id,
      trade: 'delivery',
    })
    expect(sent.organisation).toMatchObject({ id, name: '蜂巢社区' })
  })

  it('a district comes with its committees', async () => {
    const { id } = await city.call('organisation.create', {
      parentId: '2101',
      name: '新城区',
      kind: 'district',
    })
    const { rows } = await city.call('organisation.list', { parentId: id })
    expect(rows.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['新城区两新工委', '新城区网约配送行业党委']),
    )
    expect(rows).toHaveLength(5)
  })

  it.each([
    [
      'a kind that does not stand there',
      { parentId: street, name: '某区', kind: 'district' },
      'KIND_MISPLACED',
    ],
    [
      'a committee by hand',
      { parentId: '210103', name: '某委', kind: 'newSectorCommittee' },
      'KIND_MISPLACED',
    ],
    ['a name that is there', { parentId: street, name: '凯旋社区', kind: 'community' }, 'NAME_TAKEN'],
    ['no name', { parentId: street, name: ' ', kind: 'community' }, 'TEXT_EMPTY'],
    ['a name too long', { parentId: street, name: '长'.repeat(41), kind: 'community' }, 'TEXT_TOO_LONG'],
    [
      'a parent that is not there',
      { parentId: 'x', name: '某社区', kind: 'community' },
      'ORGANISATION_NOT_FOUND',
    ],
    [
      'an operator for a parent',
      { parentId: { $ne: 1 }, name: '某社区', kind: 'community' },
      'FIELD_INVALID',
    ],
  ])('refuses %s', async (_, input, code) => {
    const before = await dump()
    expect(await city.refused('organisation.create', input)).toMatchObject({ code })
    expect(await dump()).toEqual(before)
  })

  it('details are kept, shown, and taken away again', async () => {
    const id = await fresh('资料社区')
    const ring = [
      [123.4, 41.8],
      [123.5, 41.8],
      [123.5, 41.9],
      [123.4, 41.8],
    ]
    const hours = [{ opens: 510, closes: 1020 }, null, null, null, null, null, null]
    const full = {
      centre: { longitude: 123.44, latitude: 41.81 },
      hours,
      trades: ['delivery' as const],
      phone: '024-12345678',
      boundary: JSON.stringify({ type: 'Polygon', coordinates: [ring] }),
    }
    await city.call('organisation.edit', { id, version: 1, ...full })
    expect(await city.call('organisation.view', { id })).toMatchObject({
      ...full,
      boundary: ring,
      version: 2,
    })
    const { centre, hours: _, trades, phone, boundary } = await gone(id)
    expect([centre, trades, phone, boundary]).toEqual([undefined, [], undefined, undefined])
  })

  async function gone(id: string) {
    const nothing = { centre: null, hours: null, trades: null, phone: null, boundary: null }
    await city.call('organisation.edit', { id, version: 2, ...nothing })
    return city.call('organisation.view', { id })
  }

  it.each([
    ['an old sight', { version: 99 }, 'ORGANISATION_STALE'],
    ['a boundary that is none', { boundary: '{"type":"Point"}' }, 'BOUNDARY_INVALID'],
    ['a place outside China', { centre: { longitude: 41.8, latitude: 123.4 } }, 'FIELD_INVALID'],
    ['a phone of letters', { phone: 'abc' }, 'FIELD_INVALID'],
    ['six days', { hours: [null, null, null, null, null, null] }, 'FIELD_INVALID'],
    ['a name that a neighbour has', { name: '凯旋社区' }, 'NAME_TAKEN'],
    ['a field too many', { active: false }, 'FIELD_UNKNOWN'],
  ])('refuses %s', async (_, wrong, code) => {
    const { rows } = await city.call('organisation.list', { text: '资料社区' })
    const { id = '', version = 0 } = rows[0] ?? {}
    const before = await dump()
    const refusal = await city.refused('organisation.edit', { id, version, ...wrong })
    expect(refusal.code).toBe(code)
    expect(refusal.message).not.toMatch(/undefined|\{|\}|invalid|expected/i)
    expect(await dump()).toEqual(before)
  })

  it('a new name reaches appeals, people and what lies below, once it was carried over', async () => {
    const id = await fresh('旧名社区')
    const worker = await cloud.staff({ openid: 'o-renamed', role: 'gridWorker', organisationId: id })
    const { id: appeal } = await submitAt(id)
    await city.call('organisation.edit', { id, version: 1, name: '新名社区' })
    const carry = {
      action: 'organisation.settle',
      input: { id },
      requestId: newRequestId(),
      hat: 'administrator-2101',
    }
    const { value, meter } = await cloud.local.measure('api', carry, { openid: 'o-admin-2101' })
    expect(value).toMatchObject({ data: { left: false } })
    // Not one document more than it carries over is looked at, however many people and appeals there are.
    expect(meter.indexes).toContain('staff')
    expect(meter.examined).toBeLessThanOrEqual(meter.returned + 2)
    const seen = await cloud.phone('o-renamed', `gridWorker-${id}`).call('appeal.view', { id: appeal })
    expect(seen.organisation).toEqual({ id, name: '新名社区' })
    const { hats } = await worker.call('person.me', {})
    expect(hats[0]?.organisation.name).toBe('新名社区')
  })
})

async function submitAt(area: string, openid = 'o-rider') {
  await cloud.rest(openid)
  return cloud.phone(openid).call('appeal.submit', {
    kind: 'request',
    category: 'parking',
    text: '没地方停车',
    area,
    trade: 'delivery',
  })
}

describe('near', () => {
  it('whose boundary holds the position comes first, then the nearest centre, none beyond 3 km', async () => {
    const [near, holding] = [await fresh('近旁社区'), await fresh('圈住社区')]
    const at = { longitude: 123.7, latitude: 41.7 }
    await city.call('organisation.edit', {
      id: near,
      version: 1,
      centre: { longitude: 123.701, latitude: 41.7 },
    })
    const ring = [
      [123.69, 41.69],
      [123.71, 41.69],
      [123.71, 41.71],
      [123.69, 41.71],
      [123.69, 41.69],
    ]
    await city.call('organisation.edit', {
      id: holding,
      version: 1,
      centre: { longitude: 123.72, latitude: 41.7 },
      boundary: JSON.stringify({ type: 'Polygon', coordinates: [ring] }),
    })
    const { places } = await city.call('place.near', at)
    expect(places.map(({ name, inside }) => [name, inside])).toEqual([
      ['圈住社区', true],
      ['近旁社区', false],
    ])
    expect(places[1]?.metres).toBeGreaterThan(50)
    expect((await city.call('place.near', { longitude: 124.5, latitude: 41.7 })).places).toEqual([])
  })
})
