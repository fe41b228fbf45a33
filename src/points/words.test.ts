import { describe, expect, it } from 'vitest'
import { shippedRules } from '../../domain/points/rules'
import { dayWords, monthBefore, monthName, monthOf, ruleWords, signed } from './words'

const now = Date.parse('2026-12-04T10:20+08:00')

describe('months', () => {
  it.each([
    [now, '2026-12', '12月'],
    [Date.parse('2026-11-30T23:59+08:00'), '2026-11', '11月'],
    [Date.parse('2025-12-31T23:59+08:00'), '2025-12', '2025年12月'],
  ])('%s', (at, month, name) => {
    expect(monthOf(at)).toBe(month)
    expect(monthName(month, now)).toBe(name)
  })
  it.each([
    ['2026-12', '2026-11'],
    ['2026-01', '2025-12'],
  ])('before %s comes %s', (month, before) => {
    expect(monthBefore(month)).toBe(before)
  })
})

it.each([
  [6, '+6'],
  [0, '0'],
  [-30, '−30'],
])('%s reads %s', (points, words) => {
  expect(signed(points)).toBe(words)
})

it('sums up what a day brought, not what was promised', () => {
  const rows = [
    { points: 6, kind: 'pay' },
    { points: 3, kind: 'pay' },
    { points: -30, kind: 'hold' },
  ]
  expect(dayWords('今天', rows)).toBe('今天 +9')
  expect(dayWords('昨天', rows.slice(2))).toBe('昨天')
})

it('says each rule in a line or two', () => {
  const snaps = shippedRules.find(({ what }) => what === 'snapConfirmed')
  expect(snaps && ruleWords(snaps)).toEqual({
    title: '随手拍属实 · 2 分',
    lines: ['每天最多 20 分', '夜间（22 点到 6 点） ×1.5，恶劣天气 ×1.5'],
  })
})
