import { expect, it } from 'vitest'
import { honourLines } from './certificate'

/** Chinese letters are as wide as they are high, others half of it. */
const measure = (text: string, size: number) =>
  [...text].reduce((sum, letter) => sum + (letter > '\u2e7f' ? size : size / 2), 0)
const honour = {
  kind: 'communityHero',
  name: '小蜂',
  place: '凯旋社区',
  reason: '一个月发现五处消防通道被堵，都盯到办完',
  at: Date.parse('2026-12-04T10:00:00+08:00'),
} as const

it('says who, what as, why, where, when', () => {
  expect(honourLines(honour, measure).map(({ text }) => text)).toEqual(
    expect.arrayContaining(['小蜂', '“社区侠”', honour.reason, '凯旋社区', '蜂鸣 · 2026年12月4日']),
  )
})
it.each([
  ['小蜂', '热心'],
  ['沈阳最能扫雪也最爱帮忙的网约配送骑手老王师傅', '雪'.repeat(200)],
])('keeps %s on the paper, nothing over anything', (name, reason) => {
  const lines = honourLines({ ...honour, name, reason }, measure)
  for (const [index, { text, y, size }] of lines.entries()) {
    expect(measure(text, size)).toBeLessThanOrEqual(920)
    expect(y - size).toBeGreaterThan(lines[index - 1]?.y ?? 290)
    expect(y).toBeLessThan(1180)
  }
})
