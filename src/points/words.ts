import { causeNames } from '../../domain/points/cause'
import { type Multiplier, type PointsRule, tagNames } from '../../domain/points/rules'
import { startOfDay } from '../appeal/words'

const hour = 3_600_000
const two = (value: number) => String(value).padStart(2, '0')

/** The month in Beijing, such as 2026-12. */
export function monthOf(at: number): string {
  const moment = new Date(at + 8 * hour)
  return `${moment.getUTCFullYear()}-${two(moment.getUTCMonth() + 1)}`
}

/** The month before one. */
export function monthBefore(month: string): string {
  const [year = 0, number = 0] = month.split('-').map(Number)
  return number > 1 ? `${year}-${two(number - 1)}` : `${year - 1}-12`
}

/** 11月, 2025年12月 */
export function monthName(month: string, now: number): string {
  const [year = '', number = ''] = month.split('-')
  return `${monthOf(now).startsWith(year) ? '' : `${year}年`}${Number(number)}月`
}

/** +6, −30, 0 */
export const signed = (points: number): string =>
  points > 0 ? `+${points}` : points < 0 ? `−${-points}` : '0'

/** What a day came to: +9; nothing when points only moved back and forth. */
export function dayWords(day: string, rows: readonly { points: number; kind: string }[]): string {
  const sum = rows
    .filter(({ kind }) => kind === 'pay' || kind === 'reverse')
    .reduce((all, { points }) => all + points, 0)
  return sum === 0 ? day : `${day} ${signed(sum)}`
}

/** Lines of a statement by the day they fall on, as they come. */
export const dayOf = (at: number): number => startOfDay(at)

/** A rule as people read it: what, how much, up to how much, when more. */
export function ruleWords({ what, points, caps, multipliers, first }: PointsRule): {
  title: string
  lines: string[]
} {
  const limits = [
    caps.day !== undefined && `每天最多 ${caps.day} 分`,
    caps.week !== undefined && `每周最多 ${caps.week} 分`,
    caps.month !== undefined && `每月最多 ${caps.month} 分`,
    first !== undefined && `前 ${first} 位`,
  ].filter((line) => line !== false)
  return {
    title:
      what === 'taskVerified' ? `${causeNames[what]} · 按任务写的` : `${causeNames[what]} · ${points} 分`,
    lines: [limits.join('，'), multipliers.map(multiplierWords).join('，')].filter((line) => line !== ''),
  }
}

function multiplierWords({ name, factor, when }: Multiplier): string {
  const hours =
    'tag' in when
      ? tagNames[when.tag] === name
        ? ''
        : tagNames[when.tag]
      : `${when.from} 点到 ${when.to} 点`
  return `${name}${hours ? `（${hours}）` : ''} ×${factor}`
}
