import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newRequestId, type Phone, startTestCloud, type TestCloud } from '../../../tests/support/cloud.ts'

const street = '210103014'
let cloud: TestCloud
let city: Phone
let district: Phone

beforeAll(async () => {
  cloud = await startTestCloud({ districts: ['210103', '210105'] })
  const administrator = (organisationId: string) =>
    cloud.staff({ openid: `o-admin-${organisationId}`, role: 'administrator', organisationId })
  city = await administrator('2101')
  district = await administrator('210103')
}, 60_000)
afterAll(() => cloud.close())

const fresh = async (name: string, parentId = street) =>
  (await city.call('organisation.create', { parentId, name, kind: 'community' })).id
const dump = async () => {
  const { audit: _, ...rest } = await cloud.local.dump()
  return rest
}

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

describe('closing and opening several at once', () => {
  it('answers for each: what has work or something below it stays', async () => {
    const [empty, busy] = [await fresh('空社区'), await fresh('忙社区')]
    await submitAt(busy)
    const ids = [street, busy, empty, 'nothing', '210105']
    const { results } = await district.call('organisation.close', { ids })
    expect(results.map(({ id, done }) => [id, done])).toEqual([
      [street, false],
      [busy, false],
      [empty, true],
      ['nothing', false],
      ['210105', false],
    ])
    expect(results[0]?.message).toMatch(/下面还有 \d+ 个在用的单位/)
    expect(results[1]?.message).toContain('手里还有 1 件没办完')
    expect(results[4]?.message).toContain('不归您')
    const closed = await district.call('organisation.list', { parentId: street, active: false })
    expect(closed.rows.map(({ id }) => id)).toEqual([empty])
    expect(
      (await cloud.phone('o-rider').call('place.search', { text: '空社区' })).places.map(({ id }) => id),
    ).not.toContain(empty)
    expect((await district.call('organisation.open', { ids: [empty] })).results[0]?.done).toBe(true)
    expect((await district.call('organisation.open', { ids: [empty] })).results[0]?.message).toContain(
      '本来就在用',
    )
  })

  it('the same request twice has one effect and leaves one line in the audit', async () => {
    const id = await fresh('关一次社区')
    const requestId = newRequestId()
    const first = await city.call('organisation.close', { ids: [id] }, requestId)
    expect(await city.call('organisation.close', { ids: [id] }, requestId)).toEqual(first)
    const { audit } = await import('../../store/audit.ts')
    const lines = await audit.find({ where: { 'organisation.id': id }, limit: 10 })
    expect(lines.map(({ action }) => action).sort()).toEqual(['organisation.close', 'organisation.create'])
  })

  it.each([
    ['none', { ids: [] }],
    ['51', { ids: Array.from({ length: 51 }, (_, index) => `id-${index}`) }],
    ['an operator', { ids: [{ $ne: null }] }],
    ['a field too many', { ids: ['x'], force: true }],
  ])('refuses %s', async (_, input) => {
    const before = await dump()
    for (const action of ['organisation.close', 'organisation.open'] as const)
      expect((await city.refused(action, input)).code).toMatch(/^FIELD_/)
    expect(await dump()).toEqual(before)
  })

  it('a catch-all stays while its area has anybody', async () => {
    const { results } = await city.call('organisation.close', { ids: ['210103-newSectorCommittee'] })
    expect(results[0]?.message).toMatch(/还要给 \d+ 个单位兜底/)
  })
})

describe('at the same moment', () => {
  it('two who carry on hand everything over once', async () => {
    const [former, heir] = [await fresh('同时甲社区'), await fresh('同时乙社区')]
    const sent: string[] = []
    for (let index = 0; index < 8; index += 1) sent.push((await submitAt(former)).id)
    await city.call('organisation.merge', { id: former, version: 1, heirId: heir })
    await Promise.all(
      [city, district, city].map((phone) => phone.call('organisation.settle', { id: former })),
    )
    for (let left = true; left; ) left = (await city.call('organisation.settle', { id: former })).left
    const { appeals } = await import('../../store/appeals.ts')
    for (const id of sent) {
      const stored = await appeals.get(id)
      expect(stored?.organisation.id).toBe(heir)
      expect(stored?.events.map(({ action }) => action)).toEqual(['submit', 'inherit'])
    }
  })

  it('nothing comes to stand below what is being closed', async () => {
    for (let round = 0; round < 5; round += 1) {
      const parent = (
        await city.call('organisation.create', { parentId: '210103', name: `争${round}街道`, kind: 'street' })
      ).id
      const [closing] = await Promise.all([
        city.call('organisation.close', { ids: [parent] }),
        district
          .call('organisation.create', { parentId: parent, name: '争社区', kind: 'community' })
          .catch(() => {}),
      ])
      const { rows } = await city.call('organisation.list', { parentId: parent })
      expect(rows.length).toBe(closing.results[0]?.done ? 0 : 1)
    }
  })

  it('of two who edit what they saw, one is told to look again', async () => {
    const id = await fresh('同改社区')
    const edits = await Promise.allSettled(
      ['024-1111111', '024-2222222'].map((phone) =>
        city.call('organisation.edit', { id, version: 1, phone }),
      ),
    )
    expect(edits.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    const lost = edits.find((each) => each.status === 'rejected')
    expect(lost).toMatchObject({ reason: { code: 'ORGANISATION_STALE' } })
  })
})
