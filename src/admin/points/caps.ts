import { pointsLimits } from '../../../domain/points/limits'
import { type CapPeriod, capPeriods, type PointsRule } from '../../../domain/points/rules'

/** Limits as they are typed: empty is no limit. */
export type TypedCaps = Record<CapPeriod, string>

export const capCaptions: Record<CapPeriod, string> = { day: '每天最多', week: '每周最多', month: '每月最多' }

export const typedCaps = ({ caps }: Pick<PointsRule, 'caps'>): TypedCaps => ({
  day: caps.day === undefined ? '' : String(caps.day),
  week: caps.week === undefined ? '' : String(caps.week),
  month: caps.month === undefined ? '' : String(caps.month),
})

/** What is wrong with what was typed, in words; a limit of nothing is asked about, never taken for none. */
export function capsFault(typed: TypedCaps): string | undefined {
  const wrong = capPeriods.find((period) => typed[period].trim() !== '' && !isCap(typed[period]))
  if (wrong) return `${capCaptions[wrong]}要写 1 到 ${pointsLimits.cap}，不限就空着`
  const [day = 0, week = 0, month = 0] = capPeriods.map((period) => Number(typed[period]))
  if (week && day > week) return '每天的比每周的还多'
  if (month && Math.max(day, week) > month) return '短的比每月的还多'
  return undefined
}

/** The limits of a rule, of what was typed without a fault. */
export const capsOf = (typed: TypedCaps): PointsRule['caps'] =>
  Object.fromEntries(
    capPeriods.flatMap((period) => (typed[period].trim() === '' ? [] : [[period, Number(typed[period])]])),
  )

const isCap = (text: string): boolean => {
  const value = Number(text)
  return /^\d{1,4}$/.test(text.trim()) && value >= 1 && value <= pointsLimits.cap
}
