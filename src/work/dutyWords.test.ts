import { describe, expect, it } from 'vitest'
import { dayName, hours, midnightAfter, minutesOf, shiftName, slotHours, timeOfDay } from './dutyWords'

const at = (text: string) => Date.parse(`${text}+08:00`)
const now = at('2025-12-04T10:20')

it.each([
  ['2025-12-04T08:00', '2025-12-04T20:00', '08:00–20:00'],
  ['2025-12-04T20:00', '2025-12-05T08:00', '20:00–次日 08:00'],
  ['2025-12-04T12:00', '2025-12-05T00:00', '12:00–24:00'],
  ['2025-12-04T00:00', '2025-12-05T00:00', '00:00–24:00'],
  ['2025-12-04T08:00', '2025-12-05T08:00', '08:00–次日 08:00'],
])('from %s to %s is %s', (from, to, words) => expect(hours(at(from), at(to))).toBe(words))

it.each([
  ['2025-12-04T23:59', '今天 周四'],
  ['2025-12-05T00:00', '明天 周五'],
  ['2025-12-07T12:00', '12月7日 周日'],
  ['2025-12-08T12:00', '12月8日 周一'],
])('%s is %s', (moment, words) => expect(dayName(at(moment), now)).toBe(words))

it('names a shift by its day', () => {
  expect(shiftName(at('2025-12-03T20:00'), at('2025-12-04T08:00'), now)).toBe('昨天 20:00–次日 08:00')
})

describe('minutes of the day', () => {
  it.each([
    [0, '00:00'],
    [510, '08:30'],
    [1439, '23:59'],
  ])('%i is %s, and back', (minutes, text) => {
    expect(timeOfDay(minutes)).toBe(text)
    expect(minutesOf(text)).toBe(minutes)
  })
  it.each([
    [{ from: 480, to: 1200 }, '08:00–20:00'],
    [{ from: 1200, to: 480 }, '20:00–次日 08:00'],
    [{ from: 0, to: 0 }, '00:00–24:00'],
    [{ from: 480, to: 480 }, '08:00–次日 08:00'],
  ])('%o reads %s', (slot, words) => expect(slotHours(slot)).toBe(words))
})

it('knows the midnight that ends a day', () => {
  expect(midnightAfter(at('2025-12-04T00:00'))).toBe(at('2025-12-05T00:00'))
  expect(midnightAfter(at('2025-12-04T23:59'))).toBe(at('2025-12-05T00:00'))
})
