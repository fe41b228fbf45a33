import { describe, expect, it } from 'vitest'
import { date, dueWords, left, moment, nextWords, roughly, span, until } from './words'

const at = (text: string) => Date.parse(`${text}+08:00`)
const now = at('2025-12-04T10:20')
const hour = 3_600_000

describe('moment', () => {
  it.each([
    ['2025-12-04T09:40', '今天 09:40'],
    ['2025-12-04T00:00', '今天 00:00'],
    ['2025-12-03T23:59', '昨天 23:59'],
    ['2025-12-03T15:10', '昨天 15:10'],
    ['2025-12-05T08:00', '明天 08:00'],
    ['2025-12-02T16:02', '12月2日 16:02'],
    ['2024-12-04T10:20', '2024年12月4日 10:20'],
    ['2026-01-01T07:05', '2026年1月1日 07:05'],
  ])('%s is %s', (text, words) => expect(moment(at(text), now)).toBe(words))

  it('counts days in Beijing, not where the phone thinks it is', () => {
    // 00:30 in Beijing is still the day before in London.
    expect(date(at('2025-12-04T00:30'), at('2025-12-04T23:30'))).toBe('今天')
    expect(date(at('2025-12-03T23:30'), at('2025-12-04T00:30'))).toBe('昨天')
  })
})

describe('span', () => {
  it.each([
    [71 * hour, '2 天 23 小时'],
    [48 * hour, '2 天'],
    [48 * hour + 59_000, '2 天'],
    [3 * hour + 46 * 60_000, '3 小时 46 分'],
    [3 * hour, '3 小时'],
    [24 * 60_000, '24 分'],
    [59_999, '不到 1 分'],
    [0, '不到 1 分'],
  ])('%d ms is %s', (length, words) => expect(span(length)).toBe(words))
})

it('roughly keeps the largest unit', () => {
  expect(roughly(3 * hour + 46 * 60_000)).toBe('3 小时')
  expect(roughly(30 * hour)).toBe('1 天')
  expect(roughly(10)).toBe('不到 1 分')
})

describe('deadlines', () => {
  it('says what is left, then how late it is', () => {
    expect(left(now + 71 * hour, now)).toBe('还剩 2 天 23 小时')
    expect(left(now - 3 * hour - 60_000, now)).toBe('超时 3 小时')
    expect(left(now, now)).toBe('超时 不到 1 分')
  })
  it('is exact while it is near', () => {
    expect(until(at('2025-12-04T14:06'), now)).toBe('今天 14:06 前')
    expect(until(at('2025-12-11T14:06'), now)).toBe('12月11日前')
  })
})

const appeal = {
  state: 'accepted',
  acceptBy: at('2025-12-04T14:06'),
  resolveBy: at('2025-12-11T14:06'),
  updatedAt: at('2025-12-04T09:20'),
  organisation: { id: '1', name: '巢湖社区' },
} as const

describe('a row of mine', () => {
  it.each([
    [{ ...appeal, state: 'submitted' }, '今天 14:06 前接单', '下一步：巢湖社区来派单'],
    [{ ...appeal, state: 'dispatched' }, '今天 14:06 前接单', '下一步：巢湖社区接单'],
    [{ ...appeal, state: 'dispatched', acceptBy: now - 2 * hour }, '超时 2 小时', '下一步：巢湖社区接单'],
    [appeal, '12月11日前办结', '巢湖社区正在办'],
    [{ ...appeal, lastNote: '周五师傅上门修' }, '12月11日前办结', '进展：周五师傅上门修'],
    [{ ...appeal, resolveBy: undefined }, '', '巢湖社区正在办'],
    [{ ...appeal, state: 'suspended' }, '', '在等外面回话，到日子接着办'],
    [
      { ...appeal, state: 'suspended', suspendedUntil: at('2025-12-09T08:30') },
      '等到12月9日',
      '在等外面回话，到日子接着办',
    ],
    [{ ...appeal, state: 'resolved' }, '还剩 2 天 23 小时', '下一步：说一声满不满意'],
    [
      { ...appeal, state: 'resolved', updatedAt: now - 80 * hour },
      '轮到您了',
      '下一步：说一声，12月11日自己销号',
    ],
    // Nobody's trying to reach them begins it anew.
    [
      { ...appeal, state: 'resolved', resolvedAt: now - 80 * hour },
      '轮到您了',
      '下一步：说一声，12月11日自己销号',
    ],
    [{ ...appeal, state: 'closed', outcome: 'solved' }, '已解决', '今天办完 · 巢湖社区'],
    [{ ...appeal, state: 'closed', outcome: 'notSolved' }, '未能解决', '今天销号 · 巢湖社区'],
    [{ ...appeal, state: 'closed', outcome: 'silent' }, '期满默认', '今天销号 · 巢湖社区'],
    [{ ...appeal, state: 'withdrawn' }, '', '今天您自己撤的'],
    [{ ...appeal, state: 'declined' }, '', '今天 · 点开看原因'],
    [{ ...appeal, state: 'merged' }, '', '和别的并在一起办，办完告诉您'],
  ] as const)('%#', (row, due, next) => {
    expect(dueWords(row, now).text).toBe(due)
    expect(nextWords(row, now)).toBe(next)
  })
  it('is the person’s turn only when it is resolved', () => {
    expect(dueWords({ ...appeal, state: 'resolved' }, now).mine).toBe(true)
    expect(dueWords(appeal, now).mine).toBe(false)
  })
})
