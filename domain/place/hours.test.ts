import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type DayHours, hoursOf, hoursText, minutesOf, officeHours } from './hours.ts'

const day: fc.Arbitrary<DayHours> = fc.option(
  fc
    .tuple(fc.integer({ min: 0, max: 1439 }), fc.integer({ min: 1, max: 1440 }))
    .map(([opens, length]) => ({ opens, closes: Math.min(1440, opens + length) })),
)

describe('a week in words', () => {
  it('is short', () => {
    expect(hoursText(officeHours)).toBe('周一至周五 08:30-17:00')
    expect(hoursText(Array.from({ length: 7 }, () => null))).toBe('不开门')
    expect(hoursText([...officeHours.slice(0, 5), { opens: 0, closes: 1440 }, null])).toBe(
      '周一至周五 08:30-17:00；周六 00:00-24:00',
    )
  })

  it('is read as it was written', () => {
    fc.assert(
      fc.property(fc.array(day, { minLength: 7, maxLength: 7 }), (week) => {
        expect(hoursOf(hoursText(week))).toEqual(week)
      }),
    )
  })

  it.each(['周一到周五 8:30—17：00', '周一至周五 08:30-17:00;'.slice(0, -1)])('%s is read too', (text) => {
    expect(hoursOf(text)).toEqual(officeHours)
  })

  it.each(['整天', '周一 17:00-08:30', '周五至周一 08:30-17:00', '周一 25:00-26:00', '', '周一 08:30'])(
    '%s is none',
    (text) => {
      expect(hoursOf(text)).toBeUndefined()
    },
  )

  it.each([
    ['8:30', 510],
    ['24:00', 1440],
    ['24:01', undefined],
    ['8:60', undefined],
    ['8', undefined],
  ])('%s', (text, minutes) => {
    expect(minutesOf(text)).toBe(minutes)
  })
})
