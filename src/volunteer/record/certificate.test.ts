import { describe, expect, it } from 'vitest'
import { certificateLines } from './certificate'
import { hoursWords } from './hours'

/** Chinese letters are as wide as they are high, others half of it. */
const measure = (text: string, size: number) =>
  [...text].reduce((sum, letter) => sum + (letter > '\u2e7f' ? size : size / 2), 0)
const certificate = {
  year: 2026,
  count: 12,
  minutes: 1110,
  name: '骑手老王',
  community: '凯旋社区',
  date: '2026年12月4日',
}

describe('a certificate', () => {
  it('says who, how often, how long, where, when', () => {
    const said = certificateLines(certificate, measure).map(({ text }) => text)
    expect(said).toEqual(
      expect.arrayContaining([
        '骑手老王',
        '2026 年做志愿服务 12 次',
        '18 小时 30 分',
        '在凯旋社区报到',
        '蜂鸣 · 2026年12月4日',
      ]),
    )
  })
  it.each(['王', '沈阳最能扫雪也最爱帮忙的网约配送骑手老王师傅和他的电动车'])(
    'keeps the name %s on the paper, nothing over anything',
    (name) => {
      const lines = certificateLines({ ...certificate, name }, measure)
      for (const [index, { text, y, size }] of lines.entries()) {
        expect(measure(text, size)).toBeLessThanOrEqual(920)
        expect(y - size).toBeGreaterThan(lines[index - 1]?.y ?? 290)
        expect(y).toBeLessThan(1180)
      }
      expect(lines[1]?.text).toBe(name)
    },
  )
  it('leaves out a community that is not there', () =>
    expect(
      certificateLines({ ...certificate, community: undefined }, measure).some(({ text }) =>
        text.includes('报到'),
      ),
    ).toBe(false))
})

it.each([
  [0, '不到 1 分钟'],
  [40, '40 分钟'],
  [60, '1 小时'],
  [1110, '18 小时 30 分'],
])('%i minutes are %s', (minutes, words) => expect(hoursWords(minutes)).toBe(words))
