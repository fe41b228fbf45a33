import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { speller } from '../../cloudfunctions/api/organisation/speller.ts'
import { type CompactCity, expandCity } from '../../domain/place/city.ts'
import { nameKeys } from '../../domain/place/nameKeys.ts'
import { organisationsOf } from '../../domain/place/tree.ts'
import { type Phone, startTestCloud, type TestCloud } from '../../tests/support/cloud.ts'
import { loadCity } from './city.ts'
import { updateCity, updateLines } from './update-city.ts'

type Streets = CompactCity['districts'][number]['streets']
const spell = await speller()
const source = { package: 'none', version: '0', licence: 'none', origin: 'none', made: 'by hand' }
const cityOf = (districts: Record<string, Streets>) =>
  organisationsOf(
    expandCity({
      source,
      code: '9901',
      name: '小城市',
      districts: Object.entries(districts).map(([code, streets]) => ({
        code,
        name: `${code.at(-1)}区`,
        streets,
      })),
    }),
    spell,
  )

const before = cityOf({
  '990101': [
    {
      code: '990101001',
      name: '前街道',
      communities: [
        ['001', '甲社区'],
        ['002', '乙社区'],
        ['003', '丙社区'],
        ['004', '丁社区'],
        ['005', '戊社区'],
      ],
    },
    { code: '990101002', name: '后街道', communities: [['001', '己社区']] },
  ],
  '990102': [{ code: '990102001', name: '远街道', communities: [['001', '庚社区']] }],
})
// 甲 gets another name, 乙 moves to 后街道 and so gets another code, 丙 and 丁 are gone, 后街道 moves with all of it
// to the other district, 辛 is new.
const after = cityOf({
  '990101': [
    {
      code: '990101001',
      name: '前街道',
      communities: [
        ['001', '新甲社区'],
        ['005', '戊社区'],
      ],
    },
  ],
  '990102': [
    { code: '990102001', name: '远街道', communities: [['001', '庚社区']] },
    {
      code: '990102002',
      name: '后街道',
      communities: [
        ['001', '己社区'],
        ['002', '乙社区'],
        ['003', '辛社区'],
      ],
    },
  ],
})

let cloud: TestCloud
let city: Phone

beforeAll(async () => {
  cloud = await startTestCloud({ districts: [] })
  await loadCity(before)
  cloud.organisations.push(...before)
  city = await cloud.staff({ openid: 'o-admin', role: 'administrator', organisationId: '9901' })
}, 60_000)
afterAll(() => cloud.close())

const view = (id: string) => city.call('organisation.view', { id })

describe('newer data', () => {
  it('changes what it says otherwise, and keeps what administrators and people made', async () => {
    await city.call('organisation.edit', {
      id: '990101001005',
      version: 1,
      name: '戊一社区',
      phone: '024-1234567',
    })
    const { id: appeal } = await cloud.phone('o-rider').call('appeal.submit', {
      kind: 'request',
      category: 'parking',
      text: '没地方停',
      area: '990101001004',
      trade: 'delivery',
    })
    await city.call('organisation.settle', { id: '990101001005' })
    const update = await updateCity(after)
    expect(update).toEqual({
      added: ['辛社区'],
      renamed: ['甲社区 → 新甲社区'],
      moved: ['后街道', '乙社区'],
      closed: ['丙社区'],
      kept: ['丁社区'],
    })
    expect(await view('990101001001')).toMatchObject({ name: '新甲社区' })
    expect(await view('990101001002')).toMatchObject({ name: '乙社区', location: '2区 · 后街道' })
    expect(await view('990101002001')).toMatchObject({
      name: '己社区',
      path: [{ name: '小城市' }, { name: '2区' }, { name: '后街道' }],
    })
    expect(await view('990101001003')).toMatchObject({ active: false })
    expect(await view('990101001004')).toMatchObject({ active: true })
    expect(await view('990101001005')).toMatchObject({ name: '戊一社区', phone: '024-1234567' })
    expect(await view('990102002003')).toMatchObject({ name: '辛社区', parent: { name: '后街道' } })
    const { places } = await city.call('place.search', { text: 'xjsq' })
    expect(places.map(({ name }) => name)).toContain('新甲社区')
    expect(updateLines(update)).toContain('renamed: 甲社区 → 新甲社区 (1)')
    const { appeals } = await import('../../cloudfunctions/store/appeals.ts')
    expect((await appeals.get(appeal))?.organisation.name).toBe('丁社区')
  })

  it('is found by name where it stands now, also what was loaded before there were keys for that', async () => {
    const { organisations, allBelowWithKeys, organisationsNamedIn } = await import(
      '../../cloudfunctions/store/organisations.ts'
    )
    const { command } = await import('../../cloudfunctions/store/collection.ts')
    const named = async (area: string, text: string, active = true) =>
      (await organisationsNamedIn(area, text, 10, { active })).map(({ name }) => name)
    expect([await named('990101', '乙'), await named('990102', '乙')]).toEqual([[], ['乙社区']])
    expect([await named('9901', '丙'), await named('9901', '丙', false)]).toEqual([[], ['丙社区']])
    await organisations.update({ _id: '990101001004' }, { nameKeys: command.remove() })
    expect(await named('9901', '丁')).toEqual([])
    await updateCity(after)
    expect(await named('9901', '丁')).toEqual(['丁社区'])
    for (const each of await allBelowWithKeys('9901', '', 1000)) expect(each.nameKeys).toEqual(nameKeys(each))
  })

  it('lets appeals from before there were keys be found', async () => {
    const { appeals } = await import('../../cloudfunctions/store/appeals.ts')
    const { command } = await import('../../cloudfunctions/store/collection.ts')
    const [known] = await appeals.find({ where: {}, limit: 1 })
    if (!known) throw new Error('there is no appeal')
    await appeals.update({ _id: known._id }, { keys: command.remove(), scopes: command.remove() })
    await updateCity(after)
    expect(await appeals.get(known._id)).toMatchObject({ keys: known.keys, scopes: known.scopes })
  })

  it('brought in again changes nothing', async () => {
    const dump = await cloud.local.dump()
    const again = await updateCity(after)
    expect(again).toEqual({ added: [], renamed: [], moved: [], closed: [], kept: ['丁社区'] })
    expect(await cloud.local.dump()).toEqual(dump)
  })
})
