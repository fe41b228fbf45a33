import { describe, expect, it } from 'vitest'
import { chipText, type Filters, isSet, noFilters, questionOf } from './filters'

const now = Date.parse('2026-12-04T10:20+08:00')
const midnight = Date.parse('2026-12-04T00:00+08:00')
const day = 86_400_000
const ask = (typed: string, filters: Partial<Filters> = {}) =>
  questionOf(typed, { ...noFilters, ...filters }, now)

describe('what is asked for', () => {
  it.each([
    ['', {}, undefined],
    ['  ', {}, undefined],
    ['门', {}, undefined],
    ['的了', { late: true }, undefined],
    ['北门', {}, { text: '北门' }],
    [' 1202-041733 ', {}, { text: '1202-041733' }],
    ['', { late: true }, { late: true }],
    ['', { states: ['accepted'] }, { states: ['accepted'] }],
    ['北门', { category: 'parking', mine: true }, { text: '北门', category: 'parking', mine: true }],
    ['', { area: { id: '1', name: '凯旋社区' } }, { area: '1' }],
    ['', { span: 'today' }, { from: midnight }],
    ['', { span: 'week' }, { from: midnight - 6 * day }],
    ['', { span: 'older' }, { until: midnight - 364 * day }],
  ] as const)('%j with %j', (typed, filters, question) => {
    expect(ask(typed, filters as Partial<Filters>)).toEqual(question)
  })

  it('stays the same all day, so that it is not asked again and again', () => {
    expect(questionOf('', { ...noFilters, span: 'month' }, now)).toEqual(
      questionOf('', { ...noFilters, span: 'month' }, now + 60_000),
    )
  })
})

it.each([
  ['states', {}, '状态', false],
  ['states', { states: ['accepted'] }, '已接单', true],
  ['states', { states: ['accepted', 'closed'] }, '2 种状态', true],
  ['category', { category: 'parking' }, '停车', true],
  ['kind', { kind: 'snap' }, '随手拍', true],
  ['area', { area: { id: '1', name: '凯旋社区' } }, '凯旋社区', true],
  ['span', { span: 'week' }, '近 7 天', true],
  ['late', { late: true }, '超时', true],
  ['mine', {}, '我办的', false],
] as const)('the chip %s with %j reads %s', (name, filters, text, set) => {
  const all = { ...noFilters, ...filters } as Filters
  expect([chipText(all, name), isSet(all, name)]).toEqual([text, set])
})
