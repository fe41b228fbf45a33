import type { Actor } from '../people/actor.ts'
import { causeNames, type PaidKind, paidKinds } from './cause.ts'
import type { Bucket } from './ledger.ts'
import { pointsLimits } from './limits.ts'

/** What makes something worth more (差异化), with the word that stands in the arithmetic. */
export interface Multiplier {
  name: string
  /** Above 1, at most ×3. */
  factor: number
  /** Hours of the day in Beijing, over midnight where `to` is not after `from`; or what the cause says of itself. */
  when: { from: number; to: number } | { tag: Tag }
}

export const tagNames = { badWeather: '恶劣天气', hardTask: '难办的事' } as const satisfies Record<
  string,
  string
>
export type Tag = keyof typeof tagNames

export const capNames = { day: '今日', week: '本周', month: '本月' } as const satisfies Record<string, string>
export type CapPeriod = keyof typeof capNames
export const capPeriods = Object.keys(capNames) as CapPeriod[]

/** How much one thing pays. */
export interface PointsRule {
  what: PaidKind
  /** Where what was promised counts (tasks), this is paid when nothing was. */
  points: number
  bucket: Bucket
  caps: Partial<Record<CapPeriod, number>>
  multipliers: Multiplier[]
  /** How many of the first are paid; everybody when absent. */
  first?: number
}

/** Rules of a city, or what a community does otherwise. A version never changes (docs/decisions/15). */
export interface PointsRules {
  _id: string
  /** The city's or the community's id. */
  scope: string
  /** Of a version that stands beside those in force: the same again, by which it is listed. */
  versionOf?: string
  version: number
  rules: PointsRule[]
  by?: Actor
  at?: number
  words?: string
  changed?: string
}

const night: Multiplier = { name: '夜间', factor: 1.5, when: { from: 22, to: 6 } }
const weather: Multiplier = { name: '恶劣天气', factor: 1.5, when: { tag: 'badWeather' } }
const hard: Multiplier = { name: '难办的事', factor: 2, when: { tag: 'hardTask' } }

/** What holds in a city until it changes anything. */
export const shippedRules: readonly PointsRule[] = [
  {
    what: 'taskVerified',
    points: 3,
    bucket: 'volunteer',
    caps: { day: 20, month: 200 },
    multipliers: [night, weather, hard],
  },
  // For the way that was made in vain.
  { what: 'taskCancelled', points: 1, bucket: 'volunteer', caps: { day: 2 }, multipliers: [] },
  { what: 'snapConfirmed', points: 2, bucket: 'volunteer', caps: { day: 20 }, multipliers: [night, weather] },
  { what: 'foodSafetyConfirmed', points: 5, bucket: 'supervision', caps: { month: 50 }, multipliers: [] },
  { what: 'snapSeen', points: 1, bucket: 'volunteer', caps: { day: 5 }, multipliers: [], first: 5 },
  { what: 'projectAdopted', points: 5, bucket: 'volunteer', caps: { month: 20 }, multipliers: [] },
  { what: 'filedForSomebody', points: 1, bucket: 'volunteer', caps: { day: 10 }, multipliers: [] },
  { what: 'raisedAtMeeting', points: 3, bucket: 'volunteer', caps: { month: 12 }, multipliers: [] },
]

/** Under this id stands what is in force for a city or a community; every version stands beside it under its own. */
export const rulesId = (scope: string): string => `points-${scope}`
export const rulesVersionId = (scope: string, version: number): string => `points-${scope}-${version}`

/** The rules that a city starts with, or a community that does as its city does. */
export const startingRules = (scope: string, isCity: boolean): PointsRules => ({
  _id: rulesId(scope),
  scope,
  version: 1,
  rules: isCity ? [...shippedRules] : [],
})

/** The rule for something: the community's own, else the city's; and whose it is. */
export function ruleFor(
  what: PaidKind,
  community: PointsRules | undefined,
  city: PointsRules,
): { rule: PointsRule; scope: string; version: number } {
  const own = community?.rules.find((rule) => rule.what === what)
  if (community && own) return { rule: own, scope: community.scope, version: community.version }
  const rule = [...city.rules, ...shippedRules].find((each) => each.what === what)
  if (!rule) throw new Error(`no rule for ${what}`)
  return { rule, scope: city.scope, version: city.version }
}

/** What is wrong with rules, in words; undefined when nothing is. */
export function rulesFault(rules: readonly PointsRule[]): string | undefined {
  for (const { what, bucket, caps, multipliers, first } of rules) {
    const name = `“${causeNames[what]}”`
    if (rules.filter((rule) => rule.what === what).length > 1) return `${name}写了两遍`
    if (bucket === 'supervision' && what !== 'foodSafetyConfirmed') return `${name}不能给监督积分`
    const [day = 0, week = 0, month = 0] = [caps.day, caps.week, caps.month]
    if ((week && day > week) || (month && Math.max(day, week) > month)) return `${name}短的上限比长的还大`
    if (multipliers.some(({ factor }) => factor <= 1 || factor > pointsLimits.factor))
      return `${name}的倍数要在 1 和 ${pointsLimits.factor} 之间`
    if (first !== undefined && what !== 'snapSeen') return `${name}没有先后，不用写前几个`
  }
  return undefined
}

/** What differs between two versions, as the audit and the sheet say it; undefined when nothing does. */
export function rulesChanged(
  before: readonly PointsRule[],
  after: readonly PointsRule[],
): string | undefined {
  const said = paidKinds.flatMap((what) => {
    const [old, now] = [before, after].map((rules) => rules.find((rule) => rule.what === what))
    if (JSON.stringify(ordered(old)) === JSON.stringify(ordered(now))) return []
    if (!old) return `${causeNames[what]}定为 ${now?.points} 分`
    if (!now) return `${causeNames[what]}照全市的`
    return old.points === now.points
      ? `${causeNames[what]}的上限或倍数改了`
      : `${causeNames[what]} ${old.points} 分改为 ${now.points} 分`
  })
  return said.length > 0 ? said.join('，') : undefined
}

// The database keeps fields in an order of its own.
const ordered = (rule: PointsRule | undefined) =>
  rule && [
    rule.points,
    rule.bucket,
    capPeriods.map((period) => rule.caps[period] ?? 0),
    rule.multipliers.map(({ name, factor, when }) => [
      name,
      factor,
      'tag' in when ? when.tag : [when.from, when.to],
    ]),
    rule.first ?? 0,
  ]
