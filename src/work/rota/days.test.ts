import { expect, it } from 'vitest'
import type { ShiftView } from '../../../domain/contract'
import { daysOf } from './days'

const at = (text: string) => Date.parse(`${text}+08:00`)
const now = at('2025-12-04T10:20')
const shift = (from: string, to: string): ShiftView => ({
  day: from.slice(0, 10),
  slotId: from,
  from: at(from),
  to: at(to),
  name: '李敏',
  title: '网格员',
  mine: false,
})
const lines = (...input: Parameters<typeof daysOf>) =>
  daysOf(...input).map((day) =>
    day.lines.map((line) => {
      const { from, to } = line.kind === 'shift' ? line.shift : line
      const hour = (moment: number) => new Date(moment + 8 * 3_600_000).toISOString().slice(8, 16)
      return `${line.kind} ${hour(from)} ${hour(to)}`
    }),
  )

it('puts a night under the day on which it begins, and what still runs under today', () => {
  const shifts = [
    shift('2025-12-03T20:00', '2025-12-04T12:00'),
    shift('2025-12-04T20:00', '2025-12-05T08:00'),
    shift('2025-12-05T08:00', '2025-12-05T20:00'),
  ]
  expect(lines(shifts, [], now, 3)).toEqual([
    ['shift 03T20:00 04T12:00', 'shift 04T20:00 05T08:00'],
    ['shift 05T08:00 05T20:00'],
    [],
  ])
})

it('cuts a gap at midnight and puts it in order', () => {
  const gap = { from: at('2025-12-04T20:00'), to: at('2025-12-06T08:00') }
  expect(lines([shift('2025-12-04T08:00', '2025-12-04T20:00')], [gap], now, 3)).toEqual([
    ['shift 04T08:00 04T20:00', 'gap 04T20:00 05T00:00'],
    ['gap 05T00:00 06T00:00'],
    ['gap 06T00:00 06T08:00'],
  ])
})
