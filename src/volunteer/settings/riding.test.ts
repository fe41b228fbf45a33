import { expect, it } from 'vitest'
import { minutesOf, ownHours, timeOf, toggled, usualAmong } from './riding'

const own = { from: 570, to: 600 }
const lunch = { from: 660, to: 840 }

it('takes usual hours in and out, and leaves the own alone', () => {
  const riding = toggled([own], 'lunch')
  expect(riding).toEqual([own, lunch])
  expect(usualAmong(riding)).toEqual(['lunch'])
  expect(ownHours(riding)).toEqual([{ hours: own, index: 0 }])
  expect(toggled(riding, 'lunch')).toEqual([own])
})
it('a night goes over midnight', () => expect(toggled([], 'night')).toEqual([{ from: 1260, to: 60 }]))
it.each([
  [0, '00:00'],
  [570, '09:30'],
  [1439, '23:59'],
])('%i is %s and back', (minutes, time) => {
  expect(timeOf(minutes)).toBe(time)
  expect(minutesOf(time)).toBe(minutes)
})
