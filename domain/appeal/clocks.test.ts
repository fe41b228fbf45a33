import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { beijingDate, endOfDay, startOfDay } from '../time.ts'
import { deadlines, elapsed, endOfSpan, nextWorkingDays, workingDaysBetween } from './clocks.ts'

const at = (text: string) => Date.parse(`${text.replace(' ', 'T')}:00+08:00`)

describe('deadlines', () => {
  it.each([
    // A working Wednesday afternoon.
    ['normal', '2026-12-02 14:06', '2026-12-03 14:06', '2026-12-11 14:06'],
    ['high', '2026-12-02 14:06', '2026-12-03 09:06', '2026-12-07 14:06'],
    ['urgent', '2026-12-02 14:06', '2026-12-02 14:36', '2026-12-03 14:06'],
    ['hard', '2026-12-02 14:06', '2026-12-03 14:06', '2026-12-23 14:06'],
    // At night: working time starts at the next opening, danger does not wait.
    ['normal', '2026-12-02 22:40', '2026-12-04 08:30', '2026-12-14 08:30'],
    ['urgent', '2026-12-05 23:50', '2026-12-06 00:20', '2026-12-06 23:50'],
    // Before the opening.
    ['high', '2026-12-02 05:00', '2026-12-02 12:30', '2026-12-07 08:30'],
    // Friday afternoon: the weekend does not count.
    ['high', '2026-12-04 16:30', '2026-12-07 11:30', '2026-12-09 16:30'],
    // The National Day holiday of 2026 (1–7 October) and its 调休 Saturday (10 October), which is worked.
    ['normal', '2026-09-30 10:00', '2026-10-08 10:00', '2026-10-15 10:00'],
    // A worked Sunday before it (20 September 2026).
    ['normal', '2026-09-20 10:00', '2026-09-21 10:00', '2026-09-30 10:00'],
  ] as const)('%s, sent %s: accept by %s, resolve by %s', (urgency, sent, acceptBy, resolveBy) => {
    expect(deadlines('request', urgency, at(sent))).toEqual({
      acceptBy: at(acceptBy),
      resolveBy: at(resolveBy),
    })
  })

  it('gives a wish no second clock', () => {
    expect(deadlines('wish', 'normal', at('2026-12-02 14:06'))).toEqual({ acceptBy: at('2026-12-03 14:06') })
  })

  it('never ends before it starts, and more time never ends earlier', () => {
    const moments = fc.integer({ min: at('2026-01-01 00:00'), max: at('2026-12-20 00:00') })
    fc.assert(
      fc.property(moments, fc.integer({ min: 1, max: 20 }), (moment, count) => {
        const shorter = endOfSpan(moment, { workingHours: count })
        expect(shorter).toBeGreaterThan(moment)
        expect(endOfSpan(moment, { workingHours: count + 1 })).toBeGreaterThan(shorter)
        expect(endOfSpan(moment, { workingDays: count })).toBeGreaterThanOrEqual(moment + count * 86_400_000)
      }),
    )
  })
})

describe('days in Beijing', () => {
  it('start and end at midnight there, wherever the function runs', () => {
    expect(startOfDay(at('2026-12-02 00:30'))).toBe(at('2026-12-02 00:00'))
    expect(endOfDay(at('2026-12-02 23:59'))).toBe(at('2026-12-03 00:00'))
    expect(beijingDate(at('2026-12-02 00:30'))).toBe('2026-12-02')
  })
})

it('says how much of a clock has run', () => {
  expect(elapsed(0, 100, 80)).toBe(0.8)
  expect(elapsed(0, 100, -5)).toBe(0)
  expect(elapsed(0, 0, 5)).toBe(1)
})

describe('nextWorkingDays', () => {
  it.each([
    ['a Wednesday', '2026-12-02 14:06', ['2026-12-03 08:30', '2026-12-04 08:30', '2026-12-07 08:30']],
    ['a Friday night', '2026-12-04 23:00', ['2026-12-07 08:30', '2026-12-08 08:30', '2026-12-09 08:30']],
    ['before a holiday', '2026-09-30 10:00', ['2026-10-08 08:30', '2026-10-09 08:30', '2026-10-10 08:30']],
  ])('from %s', (_, now, days) => expect(nextWorkingDays(at(now), 3)).toEqual(days.map(at)))
  it('are as many working days away as they stand in the list', () => {
    const now = at('2026-09-18 10:00')
    nextWorkingDays(now, 15).forEach((day, index) => {
      expect(workingDaysBetween(now, day)).toBe(index + 1)
    })
  })
})
