import { describe, expect, it } from 'vitest'
import type { Paid } from './account.ts'
import { emptyAccount } from './account.ts'
import { pay } from './booking.ts'
import type { Cause } from './cause.ts'
import { preview } from './preview.ts'
import { reckon } from './reckoning.ts'
import { type PointsRule, rulesChanged, rulesFault, shippedRules, startingRules } from './rules.ts'

const noon = Date.parse('2026-12-02T12:00:00+08:00')
const night = Date.parse('2026-12-02T23:10:00+08:00')
const cause = (over: Partial<Cause> = {}): Cause => ({
  key: 'k',
  kind: 'snapConfirmed',
  personId: 'rider',
  communityId: 'community',
  cityId: 'city',
  title: '',
  at: noon,
  ...over,
})
const city = startingRules('city', true)
const paid = (points: number, day = '2026-12-02', what: Paid['what'] = 'snapConfirmed'): Paid[] => [
  { day, what, points },
]
const task = (over: Partial<Cause>) => cause({ kind: 'taskVerified', ...over })

describe('the sum that the person reads', () => {
  it.each<[string, Cause, Paid[], number, string, string | undefined]>([
    ['by day', cause(), [], 2, '2 分', '今日上限 20，还剩 18'],
    ['by night', cause({ at: night }), paid(6), 3, '2 分 × 1.5（夜间）= 3 分', '今日上限 20，还剩 11'],
    [
      'in bad weather by night',
      cause({ at: night, tags: ['badWeather'] }),
      [],
      5,
      '2 分 × 1.5（夜间） × 1.5（恶劣天气）= 5 分',
      '今日上限 20，还剩 15',
    ],
    [
      'at most three times',
      task({ at: night, points: 4, tags: ['badWeather', 'hardTask'] }),
      [],
      12,
      '4 分 × 1.5（夜间） × 1.5（恶劣天气） × 2（难办的事），最多 ×3 = 12 分',
      '今日上限 20，还剩 8',
    ],
    ['what was promised', task({ points: 6 }), [], 6, '6 分', '今日上限 20，还剩 14'],
    ['up to the limit', cause(), paid(19), 1, '2 分，到上限只记 1 分', '今日上限 20，还剩 0'],
    ['at the limit', cause(), paid(20), 0, '2 分，到上限只记 0 分', '今日上限 20，还剩 0'],
    ['on another day', cause(), paid(20, '2026-12-01'), 2, '2 分', '今日上限 20，还剩 18'],
    [
      'at the limit of the month',
      task({ points: 6 }),
      paid(198, '2026-12-01', 'taskVerified'),
      2,
      '6 分，到上限先记 2 分',
      '本月上限 200，还剩 0',
    ],
  ])('%s', (_, happened, before, points, arithmetic, limit) => {
    expect(reckon(happened, before, undefined, city)).toMatchObject({ points, arithmetic, limit })
  })

  it('leaves what was promised above a limit to a person; of what a rule alone says nothing is left', () => {
    expect(
      reckon(task({ points: 6 }), paid(18, '2026-12-02', 'taskVerified'), undefined, city),
    ).toMatchObject({
      points: 2,
      above: { points: 4, arithmetic: '6 分', period: 'day', most: 20 },
    })
    expect(
      reckon(task({ points: 2 }), paid(18, '2026-12-02', 'taskVerified'), undefined, city),
    ).toMatchObject({
      points: 2,
      arithmetic: '2 分',
    })
    expect(reckon(cause(), paid(19), undefined, city)).not.toHaveProperty('above')
  })

  it.each([
    [5, 1],
    [6, undefined],
  ])('of who saw it too, the %sth gets %s', (rank, points) => {
    expect(reckon(cause({ kind: 'snapSeen', rank }), [], undefined, city)?.points).toBe(points)
  })

  it('counts a week from Monday', () => {
    const weekly: PointsRule = {
      what: 'snapConfirmed',
      points: 2,
      bucket: 'volunteer',
      caps: { week: 4 },
      multipliers: [],
    }
    const own = { ...startingRules('community', false), rules: [weekly] }
    const monday = paid(3, '2026-11-30')
    expect(reckon(cause(), monday, own, city)).toMatchObject({ points: 1, limit: '本周上限 4，还剩 0' })
    expect(reckon(cause(), paid(3, '2026-11-29'), own, city)?.points).toBe(2)
    expect(reckon(cause(), [], own, city)?.basis?.scope).toBe('community')
  })
})

const changed = (over: Partial<PointsRule>): PointsRule[] =>
  shippedRules.map((rule) => (rule.what === 'snapConfirmed' ? { ...rule, ...over } : rule))

describe('rules', () => {
  it.each<[string, readonly PointsRule[], RegExp | undefined]>([
    ['as shipped', shippedRules, undefined],
    ['twice the same', [...shippedRules, ...shippedRules.slice(0, 1)], /两遍/],
    ['supervision points for a snap', changed({ bucket: 'supervision' }), /监督积分/],
    ['a day above the month', changed({ caps: { day: 20, month: 10 } }), /上限/],
    [
      'four times as much',
      changed({ multipliers: [{ name: '夜间', factor: 4, when: { from: 22, to: 6 } }] }),
      /倍数/,
    ],
    ['a first that has no order', changed({ first: 3 }), /先后/],
  ])('%s', (_, rules, fault) => {
    const found = rulesFault(rules)
    if (fault) expect(found).toMatch(fault)
    else expect(found).toBeUndefined()
  })
  it.each([
    [shippedRules, undefined],
    [changed({ points: 3 }), '随手拍属实 2 分改为 3 分'],
    [changed({ caps: {} }), '随手拍属实的上限或倍数改了'],
    [shippedRules.slice(1), '任务验收通过照全市的'],
  ])('say what changed', (rules, words) => {
    expect(rulesChanged(shippedRules, rules)).toBe(words)
  })
})

it('shows what last month would have paid, limits and all', () => {
  let account = emptyAccount('rider')
  const payments = Array.from({ length: 12 }, (_, index) => {
    const happened = cause({ key: `k${index}` })
    const reckoned = reckon(happened, account.paid, undefined, city)
    if (!reckoned) throw new Error('not paid')
    const booking = pay(account, happened, reckoned, noon)
    account = booking.account
    return booking.transfer
  })
  expect(preview(payments, shippedRules, 'city')).toEqual([
    { what: 'snapConfirmed', times: 12, was: 20, would: 20 },
  ])
  expect(preview(payments, changed({ points: 3, caps: { day: 10 } }), 'city')).toEqual([
    { what: 'snapConfirmed', times: 12, was: 20, would: 10 },
  ])
})
