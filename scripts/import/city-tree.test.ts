import { describe, expect, test } from 'vitest'
import type { Division } from './city-tree.ts'
import { cityJson, compactCity, findCity, streetCodes } from './city-tree.ts'

const streets = [{ code: '110101001', name: '东华门街道' }]
const provinces: Division[] = [
  {
    code: '11',
    name: '北京市',
    children: [
      { code: '1101', name: '市辖区', children: [{ code: '110101', name: '东城区', children: streets }] },
    ],
  },
  {
    code: '21',
    name: '辽宁省',
    children: [
      { code: '2101', name: '沈阳市', children: [{ code: '210102', name: '和平区' }] },
      { code: '2102', name: '大连市' },
    ],
  },
  {
    code: '50',
    name: '重庆市',
    children: [
      { code: '5001', name: '市辖区', children: [{ code: '500101', name: '万州区' }] },
      { code: '5002', name: '县', children: [{ code: '500229', name: '城口县' }] },
    ],
  },
]
const source = { package: 'none', version: '0', licence: 'none', origin: 'none', made: 'by hand' }
const village = { code: '110101001001', name: '多福巷社区居委会', streetCode: '110101001' }

describe('findCity', () => {
  test.each([
    ['2101', '2101', '沈阳市', ['210102']],
    ['210100', '2101', '沈阳市', ['210102']],
    ['1101', '1101', '北京市', ['110101']],
    ['11', '11', '北京市', ['110101']],
    ['110000', '11', '北京市', ['110101']],
    ['50', '50', '重庆市', ['500101', '500229']],
    ['5002', '5002', '重庆市县', ['500229']],
  ])('%s is %s %s', (asked, code, name, districts) => {
    const city = findCity(provinces, asked)
    expect([city.code, city.name]).toEqual([code, name])
    expect(city.districts.map((district) => district.code)).toEqual(districts)
  })

  test.each([
    ['9999', 'No city of China has the code 9999. Give four digits such as 2101 (沈阳市)'],
    ['2199', 'No city of China has the code 2199.'],
    ['2', 'No city of China has the code 2.'],
    ['', 'No city of China has the code .'],
    ['21', '21 (辽宁省) is a province. Give one of its cities: 2101 沈阳市, 2102 大连市.'],
    ['210102', '210102 is not a city: it lies in 2101 (沈阳市).'],
  ])('%s is refused', (asked, sentence) => {
    expect(() => findCity(provinces, asked)).toThrow(sentence)
  })
})

describe('compactCity', () => {
  test('keeps of a community what its street does not say already', () => {
    const city = compactCity(findCity(provinces, '11'), [village], source)
    expect(city).toEqual({
      source,
      code: '11',
      name: '北京市',
      districts: [
        {
          code: '110101',
          name: '东城区',
          streets: [{ code: '110101001', name: '东华门街道', communities: [['001', '多福巷社区居委会']] }],
        },
      ],
    })
  })

  test('a street without communities stays', () => {
    const city = compactCity(findCity(provinces, '11'), [], source)
    expect(city.districts[0]?.streets[0]?.communities).toEqual([])
  })

  test.each([
    ['a code that is not below its street', [{ ...village, code: '110102001001' }], 'does not continue'],
    ['a code of another length', [{ ...village, code: '1101010010011' }], 'does not continue'],
    ['a code that comes twice', [village, { ...village, name: '银闸社区' }], 'comes twice'],
  ])('refuses %s', (_case, villages, sentence) => {
    expect(() => compactCity(findCity(provinces, '11'), villages, source)).toThrow(sentence)
  })
})

test('the file has one line a street and reads back as it was', () => {
  const city = compactCity(findCity(provinces, '11'), [village], source)
  const json = cityJson(city)
  expect(JSON.parse(json)).toEqual(city)
  expect(json.split('\n').filter((line) => line.includes('东华门街道'))).toHaveLength(1)
})

test('the streets of a city', () => {
  expect([...streetCodes(findCity(provinces, '11'))]).toEqual(['110101001'])
})
