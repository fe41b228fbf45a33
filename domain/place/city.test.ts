import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { CompactCity } from './city.ts'
import { expandCity, spokenName } from './city.ts'

const shenyang = expandCity(readJson('../../data/city/2101.json') as CompactCity)

describe('the tree of 沈阳', () => {
  test.each([
    ['city', 1],
    ['district', 13],
    ['street', 190],
    ['community', 2703],
  ])('%s: %i', (level, count) => {
    expect(shenyang.filter((place) => place.level === level)).toHaveLength(count)
  })

  test('each place has a code of its own and comes after the place that it belongs to', () => {
    const seen = new Set<string>()
    for (const place of shenyang) {
      expect(seen.has(place.code)).toBe(false)
      expect(place.parentCode === null || seen.has(place.parentCode)).toBe(true)
      seen.add(place.code)
    }
  })

  test.each([
    ['凯旋社区', '210103014001'],
    ['樾檀山社区', '210112012025'],
    ['巢湖社区', '210114001016'],
    ['依云首府社区', '210114001020'],
  ])('%s is there', (name, code) => {
    expect(shenyang).toContainEqual(
      expect.objectContaining({ name, shortName: name, code, level: 'community' }),
    )
  })

  test('no two communities of a street sound alike', () => {
    const told = shenyang.map((place) => `${place.parentCode} ${place.shortName}`)
    expect(new Set(told).size).toBe(told.length)
  })

  test('the places of the sample appeals are there', () => {
    const codes = new Set(shenyang.map((place) => place.code))
    const appeals = readJson('../../data/appeals-sample.json') as SampleAppeal[]
    expect(appeals).toHaveLength(80)
    for (const { id, communityCode, districtCode } of appeals) {
      expect(codes.has(districtCode), `${id} ${districtCode}`).toBe(true)
      if (communityCode === null) continue
      expect(codes.has(communityCode), `${id} ${communityCode}`).toBe(true)
      expect(communityCode.startsWith(districtCode), id).toBe(true)
    }
  })
})

test.each([
  ['凯旋社区', '凯旋社区'],
  ['多福巷社区居委会', '多福巷社区'],
  ['大北家园社区居民委员会', '大北家园社区'],
  ['芍药居五社区居民居委会', '芍药居五社区'],
  ['高楼子社区村民委员会', '高楼子社区'],
  ['李相村委会', '李相村'],
  ['满融村村民委员会', '满融村'],
  ['前詹屯村民委员会', '前詹屯村'],
  ['沟口子村村民委会', '沟口子村'],
  ['巴彦芒哈嘎查委员会', '巴彦芒哈嘎查'],
  ['大潘居委会', '大潘居委会'],
  ['四道口居民委员会', '四道口居委会'],
  ['东场村', '东场村'],
  ['沈阳市经济技术开发区虚拟社区', '沈阳市经济技术开发区虚拟社区'],
])('people call %s %s', (official, spoken) => {
  expect(spokenName(official)).toBe(spoken)
})

test('neighbours that would sound alike keep their official names', () => {
  const city = cityWith([
    ['001', '十里河社区'],
    ['200', '十里河社区村民委员会'],
    ['201', '王家村村民委员会'],
  ])
  const names = expandCity(city).flatMap(({ level, shortName }) => (level === 'community' ? [shortName] : []))
  expect(names).toEqual(['十里河社区', '十里河社区村民委员会', '王家村'])
})

test('codes are put together again', () => {
  expect(expandCity(cityWith([['007', '某社区']]))).toEqual([
    { code: '9901', name: '某市', shortName: '某市', level: 'city', parentCode: null },
    { code: '990101', name: '某区', shortName: '某区', level: 'district', parentCode: '9901' },
    { code: '990101001', name: '某街道', shortName: '某街道', level: 'street', parentCode: '990101' },
    {
      code: '990101001007',
      name: '某社区',
      shortName: '某社区',
      level: 'community',
      parentCode: '990101001',
    },
  ])
})

interface SampleAppeal {
  id: string
  communityCode: string | null
  districtCode: string
}

function cityWith(communities: [string, string][]): CompactCity {
  return {
    source: { package: 'none', version: '0', licence: 'none', origin: 'none', made: 'by hand' },
    code: '9901',
    name: '某市',
    districts: [
      { code: '990101', name: '某区', streets: [{ code: '990101001', name: '某街道', communities }] },
    ],
  }
}

function readJson(path: string): unknown {
  return JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8'))
}
