import type { RidingHours } from '../../../domain/task/standing'

/** When most ride: one tap each. */
export const usualHours = {
  breakfast: { text: '早餐 6–9 点', hours: { from: 6 * 60, to: 9 * 60 } },
  lunch: { text: '午高峰 11–14 点', hours: { from: 11 * 60, to: 14 * 60 } },
  dinner: { text: '晚高峰 17–20 点', hours: { from: 17 * 60, to: 20 * 60 } },
  night: { text: '夜宵 21–1 点', hours: { from: 21 * 60, to: 60 } },
} as const satisfies Record<string, { text: string; hours: RidingHours }>
export type UsualHours = keyof typeof usualHours

/** What the function takes at most (volunteer.save). */
export const mostHours = 6

const same = (a: RidingHours, b: RidingHours) => a.from === b.from && a.to === b.to

/** Which of the usual hours are among those that somebody rides in. */
export const usualAmong = (riding: readonly RidingHours[]): UsualHours[] =>
  (Object.keys(usualHours) as UsualHours[]).filter((name) =>
    riding.some((each) => same(each, usualHours[name].hours)),
  )

/** Hours of their own that are none of the usual, with where they stand in the list. */
export const ownHours = (riding: readonly RidingHours[]): { hours: RidingHours; index: number }[] =>
  riding
    .map((hours, index) => ({ hours, index }))
    .filter(({ hours }) => !Object.values(usualHours).some((usual) => same(usual.hours, hours)))

/** Takes usual hours in, or out again. */
export function toggled(riding: readonly RidingHours[], name: UsualHours): RidingHours[] {
  const { hours } = usualHours[name]
  const others = riding.filter((each) => !same(each, hours))
  return others.length < riding.length ? others : [...riding, { ...hours }]
}

const two = (value: number) => String(value).padStart(2, '0')
/** 09:30, of minutes since midnight. */
export const timeOf = (minutes: number): string => `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`
/** Minutes since midnight, of 09:30. */
export function minutesOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  return hours * 60 + minutes
}
