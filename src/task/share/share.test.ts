import { expect, it } from 'vitest'
import { type CardTask, cardTitle, drawCard, type Pen } from './card'

const now = Date.parse('2026-12-02T10:20:00+08:00')
const task: CardTask = {
  id: 't1',
  title: '雪后清扫北站路台阶',
  organisation: { id: 'c', name: '凯旋社区' },
  places: 5,
  place: { name: '北站路台阶' },
  from: Date.parse('2026-12-02T14:00:00+08:00'),
  to: Date.parse('2026-12-02T15:00:00+08:00'),
  points: 6,
}

it('draws when, where, how many and how much; what is too long ends in dots', () => {
  const written: string[] = []
  const pen: Pen = {
    font: '',
    fillStyle: '',
    textAlign: 'left',
    fillRect: () => {},
    fillText: (text: string) => written.push(text),
    measureText: (text: string) => ({ width: text.length * 30 }) as TextMetrics,
  }
  drawCard(pen, { ...task, place: { name: '一个名字特别特别特别特别特别特别长的地方' } }, now)
  expect(written).toEqual([
    '凯旋社区',
    '共 5 个名额',
    expect.stringContaining('今天 14:00'),
    expect.stringMatching(/^一个名字.*…$/),
    '每人 6 分',
  ])
  expect(cardTitle(task)).toBe('雪后清扫北站路台阶，6 分')
})
