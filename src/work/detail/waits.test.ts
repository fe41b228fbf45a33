import { expect, it } from 'vitest'
import { quickWaits, weekday } from './waits'

const at = (text: string) => Date.parse(`${text}+08:00`)
const now = at('2025-12-04T10:20')
const days = ['05', '08', '09', '10', '11'].map((day) => at(`2025-12-${day}T08:30`))

it.each([
  [days, ['明天', '3 个工作日', '5 个工作日']],
  [days.slice(0, 4), ['明天', '3 个工作日']],
  [days.slice(1), ['12月8日', '3 个工作日']],
  [[], []],
])('of %j: %j', (waits, texts) => {
  expect(quickWaits(waits, now).map(({ text }) => text)).toEqual(texts)
})

it('means the working day that is so many away', () => {
  expect(quickWaits(days, now).map(({ until }) => until)).toEqual([days[0], days[2], days[4]])
})

it.each([
  ['2025-12-08T00:00', '周一'],
  ['2025-12-07T23:59', '周日'],
])('%s is %s', (moment, name) => expect(weekday(at(moment))).toBe(name))
