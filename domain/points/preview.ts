import { beijingDate } from '../time.ts'
import type { Paid } from './account.ts'
import type { PaidKind } from './cause.ts'
import { sumOf, type Transfer } from './ledger.ts'
import { isTooLate, reckonBy } from './reckoning.ts'
import type { PointsRule } from './rules.ts'

/** What payments of one kind came to, and what they would have under other rules. */
export interface Previewed {
  what: PaidKind
  times: number
  was: number
  would: number
}

/**
 * What last month's payments would have been by other rules. `payments` of whole persons, each person's in the order of
 * time, so that the limits count as they would have. Those that another organisation's rules paid stay as they are.
 */
export function preview(
  payments: readonly Transfer[],
  rules: readonly PointsRule[],
  scope: string,
): Previewed[] {
  const sums = new Map<PaidKind, Previewed>()
  let paid: Paid[] = []
  let personId = ''
  for (const each of payments) {
    if (each.kind !== 'pay' || each.basis === undefined) continue
    if (each.personId !== personId) paid = []
    personId = each.personId
    const what = each.cause.kind as PaidKind
    const was = -sumOf(each.legs, 'issued')
    const rule = rules.find((one) => one.what === what)
    const { stated, tags, doneAt, rank } = each.basis
    const cause = {
      kind: what,
      at: each.at,
      tags,
      ...(stated !== undefined && { points: stated }),
      ...(doneAt !== undefined && { doneAt }),
    }
    const stays = each.basis.scope !== scope && each.communityId !== scope
    const late = rule !== undefined && rank !== undefined && isTooLate(rule, { rank })
    const would = stays || !rule ? was : late ? 0 : reckonBy(rule, cause, paid).points
    paid.push({ day: beijingDate(each.at), what, points: would })
    const before = sums.get(what) ?? { what, times: 0, was: 0, would: 0 }
    sums.set(what, {
      what,
      times: before.times + 1,
      was: before.was + was,
      would: before.would + would,
    })
  }
  return [...sums.values()]
}
