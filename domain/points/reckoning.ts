import { beijingDate, inBeijing } from '../time.ts'
import type { Account, Paid } from './account.ts'
import type { Reckoned } from './booking.ts'
import type { Cause, PaidKind } from './cause.ts'
import { pointsLimits } from './limits.ts'
import type { PointsRules } from './rules.ts'
import { type CapPeriod, capNames, capPeriods, type Multiplier, type PointsRule, ruleFor } from './rules.ts'

type Happened = Pick<Cause, 'kind' | 'at' | 'doneAt' | 'points' | 'tags' | 'rank'>

/**
 * What a cause pays by the rules in force, with the sum as the person reads it: 2 分 × 1.5（夜间）= 3 分. Undefined when
 * it came too late to be among the first that are paid.
 */
export function reckon(
  cause: Cause,
  paid: Account['paid'],
  community: PointsRules | undefined,
  city: PointsRules,
): Reckoned | undefined {
  const { rule, scope, version } = ruleFor(cause.kind, community, city)
  if (isTooLate(rule, cause)) return undefined
  const { points, arithmetic, limit, above } = reckonBy(rule, cause, paid)
  const { points: stated, tags = [], doneAt, rank } = cause
  const basis = {
    scope,
    version,
    tags,
    ...(stated !== undefined && { stated }),
    ...(doneAt !== undefined && { doneAt }),
    ...(rank !== undefined && { rank }),
  }
  return {
    points,
    bucket: rule.bucket,
    arithmetic,
    ...(limit !== undefined && { limit }),
    basis,
    ...(above && { above }),
  }
}

export const isTooLate = ({ first }: PointsRule, { rank }: Pick<Cause, 'rank'>): boolean =>
  first !== undefined && rank !== undefined && rank > first

/**
 * The sum of one rule. What a rule pays ends at its limit, as everybody can read beforehand; what was promised above it
 * is left to a person's judgement (docs/decisions/28).
 */
export function reckonBy(
  rule: PointsRule,
  cause: Happened,
  paid: readonly Paid[],
): Pick<Reckoned, 'points' | 'arithmetic' | 'limit' | 'above'> {
  const base = cause.points ?? rule.points
  const more = rule.multipliers.filter((multiplier) => appliesTo(multiplier, cause))
  const product = more.reduce((all, { factor }) => all * factor, 1)
  const factor = Math.min(pointsLimits.factor, product)
  const wanted = Math.round(base * factor)
  const cap = tightest(rule, cause, paid)
  const points = cap ? Math.min(wanted, cap.left) : wanted
  const times = more.map(({ name, factor: each }) => ` × ${each}（${name}）`).join('')
  const clipped = product > factor ? `，最多 ×${pointsLimits.factor}` : ''
  const sum =
    more.length > 0 ? `${base} 分${times}${clipped}${clipped ? ' ' : ''}= ${wanted} 分` : `${base} 分`
  const rest = wanted - points
  const promised = cause.points !== undefined
  const clip = `，到上限${promised ? '先' : '只'}记 ${points} 分`
  return {
    points,
    arithmetic: rest > 0 ? sum + clip : sum,
    ...(cap && { limit: `${capNames[cap.period]}上限 ${cap.most}，还剩 ${cap.left - points}` }),
    ...(cap &&
      promised &&
      rest > 0 && { above: { points: rest, arithmetic: sum, period: cap.period, most: cap.most } }),
  }
}

function appliesTo({ when }: Multiplier, { at, doneAt = at, tags = [] }: Happened): boolean {
  if ('tag' in when) return tags.includes(when.tag)
  const hour = inBeijing(doneAt).hour()
  return when.from < when.to ? hour >= when.from && hour < when.to : hour >= when.from || hour < when.to
}

/** The limit that leaves the least. */
function tightest(
  { caps, what }: PointsRule,
  { at }: Happened,
  paid: readonly Paid[],
): { period: CapPeriod; most: number; left: number } | undefined {
  const found = capPeriods.flatMap((period) => {
    const most = caps[period]
    return most === undefined
      ? []
      : [{ period, most, left: Math.max(0, most - paidWithin(paid, what, period, at)) }]
  })
  return found.sort((a, b) => a.left - b.left)[0]
}

function paidWithin(paid: readonly Paid[], what: PaidKind, period: CapPeriod, at: number): number {
  const [first, last] = boundsOf(period, at)
  return paid.reduce(
    (sum, each) => (each.what === what && each.day >= first && each.day <= last ? sum + each.points : sum),
    0,
  )
}

/** The first and the last day of the day, week (from Monday) or month in Beijing that a moment falls into. */
function boundsOf(period: CapPeriod, at: number): [first: string, last: string] {
  const day = inBeijing(at)
  if (period === 'day') return [beijingDate(at), beijingDate(at)]
  if (period === 'month') {
    const month = beijingDate(at).slice(0, 7)
    return [`${month}-01`, `${month}-31`]
  }
  const monday = day.subtract((day.day() + 6) % 7, 'day')
  return [monday.format('YYYY-MM-DD'), monday.add(6, 'day').format('YYYY-MM-DD')]
}
