import dayjs, { type Dayjs } from 'dayjs'
import utc from 'dayjs/plugin/utc.js'

dayjs.extend(utc)

const hoursEast = 8

/** A moment (milliseconds since 1970) as the clocks in China show it, wherever the code runs: one zone, no summer time. */
export function inBeijing(at: number): Dayjs {
  return dayjs.utc(at).utcOffset(hoursEast)
}

/** The date in Beijing, such as 2026-12-02. */
export const beijingDate = (at: number): string => inBeijing(at).format('YYYY-MM-DD')

/** Midnight of the day in Beijing that a moment falls on. */
export const startOfDay = (at: number): number => inBeijing(at).startOf('day').valueOf()

/** The midnight that ends that day. */
export const endOfDay = (at: number): number => inBeijing(at).startOf('day').add(1, 'day').valueOf()
