import { weekdayNames } from '../../domain/duty/rota'
import { clock, date } from '../appeal/words'

const minute = 60_000
const day = 24 * 60 * minute
/** China has one time zone and no summer time. */
const offset = 8 * 60 * minute
const dayNumber = (at: number) => Math.floor((at + offset) / day)
const two = (value: number) => String(value).padStart(2, '0')

/** 08:00–20:00, 20:00–次日 08:00: from when to when, of the day on which it begins. */
export function hours(from: number, to: number): string {
  const ends = to === midnightAfter(from) ? '24:00' : clock(to)
  const days = dayNumber(to) - dayNumber(from)
  return `${clock(from)}–${days > 0 && ends !== '24:00' ? '次日 ' : ''}${ends}`
}

/** The midnight that ends the day of a moment. */
export const midnightAfter = (at: number): number => (dayNumber(at) + 1) * day - offset

/** 今天 周四, 12月6日 周六 */
export function dayName(at: number, now: number): string {
  // 1 January 1970 was a Thursday.
  return `${date(at, now)} 周${weekdayNames[(dayNumber(at) + 3) % 7] ?? ''}`
}

/** 今天 08:00–20:00 */
export const shiftName = (from: number, to: number, now: number): string =>
  `${date(from, now)} ${hours(from, to)}`

/** A minute of the day: 20:30. */
export const timeOfDay = (minutes: number): string => `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`

/** The minute of the day that 20:30 names. */
export function minutesOf(text: string): number {
  const [hour = '0', rest = '0'] = text.split(':')
  return Number(hour) * 60 + Number(rest)
}

/** Of a weekly slot: 20:00–次日 08:00, 12:00–24:00. */
export function slotHours({ from, to }: { from: number; to: number }): string {
  const ends = to === 0 ? '24:00' : `${to <= from ? '次日 ' : ''}${timeOfDay(to)}`
  return `${timeOfDay(from)}–${ends}`
}
