import { inBeijing } from '../../time.ts'

/** Over how long points are compared (points.md, Rankings). */
export const periodNames = { month: '本月', quarter: '本季', year: '今年' } as const satisfies Record<
  string,
  string
>
export type Period = keyof typeof periodNames
export const periods = Object.keys(periodNames) as Period[]

/** What a moment belongs to, by Beijing's calendar: 2026-12, 2026-Q4, 2026. */
export function periodsAt(at: number): Record<Period, string> {
  const day = inBeijing(at)
  const year = day.format('YYYY')
  return {
    month: day.format('YYYY-MM'),
    quarter: `${year}-Q${Math.floor(day.month() / 3) + 1}`,
    year,
  }
}
