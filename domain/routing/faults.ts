import { categories } from '../appeal/categories.ts'
import { kindNames, urgencyNames } from '../appeal/names.ts'
import { levelNames, type Rule } from '../appeal/routing.ts'
import { tradeNames } from '../people/roles.ts'
import { committeeOfTrade } from '../place/organisation.ts'

/** Something wrong with a rule. `grave`: the rules can't be put in force like that; otherwise only a warning. */
export interface RuleFault {
  /** The rule's place in the list, from 1. */
  number: number
  name: string
  fault: string
  grave: boolean
}

/**
 * What is wrong with rules: an id twice, a list of conditions with nothing in it, a sentence that can't be filled in,
 * and (only told) a rule that never fires. The last rule need not catch everything: routing always ends at the
 * 两新工委 (appeals.md, Routing).
 */
export function faultsOf(rules: readonly Rule[]): RuleFault[] {
  const never = new Map(neverFiring(rules).map((each) => [each.index, each.by]))
  return rules.flatMap((rule, index) => {
    const fault = (text: string, grave: boolean): RuleFault => ({
      number: index + 1,
      name: rule.name,
      fault: text,
      grave,
    })
    const faults: RuleFault[] = []
    if (rules.findIndex(({ id }) => id === rule.id) < index) faults.push(fault('和前面一条是同一条', true))
    if (Object.values(rule.when).some((list) => list?.length === 0))
      faults.push(fault('有个条件一样也没选', true))
    if (/[{}]/.test(rule.reason.replaceAll('{category}', '').replaceAll('{place}', '')))
      faults.push(fault('给本人看的话里有认不得的括号', true))
    const by = never.get(index)
    if (by) faults.push(fault(`轮不到它：前面的第 ${by.join('、')} 条都接走了`, false))
    return faults
  })
}

/** The first of the grave faults, in words. */
export function graveFault(rules: readonly Rule[]): string | undefined {
  const found = faultsOf(rules).find(({ grave }) => grave)
  return found && `第 ${found.number} 条“${found.name}”${found.fault}`
}

const dimensions = ['kinds', 'categories', 'trades', 'urgencies', 'placeKnown'] as const
type Dimension = (typeof dimensions)[number]
type Point = Record<Dimension, string>

const all: Record<Dimension, readonly string[]> = {
  kinds: Object.keys(kindNames),
  categories,
  trades: Object.keys(tradeNames),
  urgencies: Object.keys(urgencyNames),
  placeKnown: Object.keys(levelNames),
}

/** Rules that never fire, because earlier ones, alone or together, catch all that they would; with the numbers of those. */
function neverFiring(rules: readonly Rule[]): { index: number; by: number[] }[] {
  const sets = rules.map(conditions)
  return sets.flatMap((own, index) => {
    const earlier = sets.slice(0, index).map((set, at) => ({ set, number: at + 1 }))
    // A rule for some places catches all of another one's only where that names no other places.
    const catching = earlier.filter(({ set }) => covers(set.areas, own.areas))
    const by = new Set<number>()
    for (const point of pointsOf(
      own,
      catching.map(({ set }) => set),
    )) {
      const first = catching.find(({ set }) =>
        dimensions.every((each) => set[each]?.has(point[each]) ?? true),
      )
      if (!first) return []
      by.add(first.number)
    }
    return by.size > 0 ? [{ index, by: [...by].sort((a, b) => a - b) }] : []
  })
}

type Conditions = Partial<Record<Dimension | 'areas', ReadonlySet<string>>>

function conditions({ when, to }: Rule): Conditions {
  const found: Conditions = {}
  for (const each of [...dimensions, 'areas'] as const) if (when[each]) found[each] = new Set(when[each])
  if (to.body === 'tradeCommittee' && to.trade === 'ownTrade') {
    const withCommittee = Object.entries(committeeOfTrade).flatMap(([trade, own]) => (own ? [trade] : []))
    found.trades = new Set(withCommittee.filter((trade) => found.trades?.has(trade) ?? true))
  }
  return found
}

function covers(wide: ReadonlySet<string> | undefined, narrow: ReadonlySet<string> | undefined): boolean {
  return wide === undefined || (narrow !== undefined && [...narrow].every((each) => wide.has(each)))
}

/**
 * Every kind of appeal that a rule takes, as far as the others can tell them apart: values that none of them names
 * stand for each other.
 */
function pointsOf(own: Conditions, others: readonly Conditions[]): Point[] {
  const values = (each: Dimension): string[] => {
    const taken = all[each].filter((value) => own[each]?.has(value) ?? true)
    const told = taken.filter((value) => others.some((other) => other[each]?.has(value)))
    const untold = taken.find((value) => !told.includes(value))
    return untold === undefined ? told : [...told, untold]
  }
  return dimensions.reduce<Point[]>(
    (points, each) => values(each).flatMap((value) => points.map((point) => ({ ...point, [each]: value }))),
    [{ kinds: '', categories: '', trades: '', urgencies: '', placeKnown: '' }],
  )
}
