import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { type CompactCity, expandCity } from './city.ts'
import { organisationsOf } from './tree.ts'

const shenyang: CompactCity = JSON.parse(
  readFileSync(new URL('../../data/city/2101.json', import.meta.url), 'utf8'),
)
const organisations = organisationsOf(expandCity(shenyang))
const byId = new Map(organisations.map((organisation) => [organisation._id, organisation]))

describe('the organisations of Shenyang', () => {
  it('are 13 districts, 2,703 communities, and five committees for each district and for the city', () => {
    const count = (kind: string) => organisations.filter((organisation) => organisation.kind === kind).length
    expect([count('city'), count('district'), count('community')]).toEqual([1, 13, 2703])
    expect([count('newSectorCommittee'), count('tradeCommittee')]).toEqual([14, 14 * 4])
    expect(byId.size).toBe(organisations.length)
  })

  it('know who is above them, and who takes what they return', () => {
    expect(byId.get('210103014001')).toMatchObject({
      name: '凯旋社区',
      location: '沈河区 · 北站街道',
      ancestors: ['210103014', '210103', '2101'],
      catchAllId: '210103-newSectorCommittee',
    })
    expect(byId.get('210103-newSectorCommittee')).toMatchObject({
      name: '沈河区两新工委',
      ancestors: ['210103', '2101'],
      catchAllId: '2101-newSectorCommittee',
    })
    expect(byId.get('2101-newSectorCommittee')).toMatchObject({ name: '沈阳市两新工委', catchAllId: null })
    expect(byId.get('210103-tradeCommittee-delivery')).toMatchObject({
      name: '沈河区网约配送行业党委',
      trade: 'delivery',
      catchAllId: '210103-newSectorCommittee',
    })
  })

  it('leave nobody without an organisation above that exists', () => {
    for (const { ancestors, catchAllId, parentId } of organisations)
      for (const id of [...ancestors, catchAllId, parentId]) if (id !== null) expect(byId.has(id)).toBe(true)
  })

  it('are found by any part of their name', () => {
    expect(byId.get('210103014001')?.suffixes).toEqual(['凯旋社区', '旋社区', '社区', '区'])
  })

  it('are found by initials and pinyin, once somebody can spell', () => {
    const [city] = organisationsOf(expandCity(shenyang).slice(0, 1), () => ['shen', 'yang', 'shi'])
    expect(city).toMatchObject({
      spelling: ['sys', 'shenyangshi'],
      suffixes: ['沈阳市', '阳市', '市', 'sys', 'ys', 's', 'shenyangshi', 'yangshi', 'shi'],
    })
  })
})

it('refuses a place before its parent', () => {
  const [, ...headless] = expandCity(shenyang)
  expect(() => organisationsOf(headless)).toThrow(/before its parent/)
})
