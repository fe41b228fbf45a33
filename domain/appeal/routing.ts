import type { Trade } from '../people/roles.ts'
import {
  type CommitteeTrade,
  committeeId,
  committeeNames,
  committeeOfTrade,
  type Organisation,
} from '../place/organisation.ts'
import type { Dispatch, Kind, Urgency } from './appeal.ts'
import { type Category, categoryNames } from './categories.ts'

/** Which body a rule sends to. `ownTrade` is the committee of the person's own trade. */
export type Target =
  | { body: 'community' | 'street' | 'district' }
  | { body: 'tradeCommittee'; trade: CommitteeTrade | 'ownTrade'; level: 'district' | 'city' }
  | { body: 'newSectorCommittee'; level: 'district' | 'city' }

/** One rule: every condition that is present must hold. Data, edited by administrators (appeals.md, Routing). */
export interface Rule {
  id: string
  name: string
  when: {
    kinds?: Kind[]
    categories?: Category[]
    trades?: Trade[]
    urgencies?: Urgency[]
    /** The most precise level of the place that is known. */
    placeKnown?: ('community' | 'street' | 'district' | 'city')[]
  }
  to: Target
  /** The sentence for the person; {category}, {place} and {district} are filled in. */
  reason: string
  /** Only the body that handles it sees anything of who sent it. */
  confidential?: boolean
}

/** The rules in force, first match wins. */
export interface RuleSet {
  _id: string
  version: number
  rules: Rule[]
}

export interface Facts {
  kind: Kind
  category: Category
  urgency: Urgency
  trade: Trade
  /** The territorial organisation that the person named. */
  place: Pick<Organisation, '_id' | 'name' | 'kind' | 'ancestors'>
}

/** Why a rule does not fit, in the words of the dry run; undefined when it fits. */
export function misfit(rule: Rule, facts: Facts): string | undefined {
  const { kinds, categories, trades, urgencies, placeKnown } = rule.when
  if (kinds && !kinds.includes(facts.kind)) return '类型不符'
  if (categories && !categories.includes(facts.category)) return '类别不符'
  if (trades && !trades.includes(facts.trade)) return '行业不符'
  if (urgencies && !urgencies.includes(facts.urgency)) return '紧急程度不符'
  if (placeKnown && !placeKnown.some((level) => level === facts.place.kind)) return '位置的精度不符'
  if (rule.to.body === 'tradeCommittee' && rule.to.trade === 'ownTrade' && !committeeOfTrade[facts.trade])
    return '本人行业没有对应的党委'
  return undefined
}

/** The first rule that fits, with its place in the list; undefined when none does. */
export function firingRule(ruleSet: RuleSet, facts: Facts): { rule: Rule; number: number } | undefined {
  const index = ruleSet.rules.findIndex((rule) => !misfit(rule, facts))
  const rule = ruleSet.rules[index]
  return rule && { rule, number: index + 1 }
}

/** Ids of the territorial chain of a place, the place itself first: community, street, district, city. */
function chain(place: Facts['place']): string[] {
  return [place._id, ...place.ancestors]
}

/**
 * Who should take it, best first: the body that the rule names, then whoever is above it, at the end the
 * 两新工委 of the district and of the city, so that nothing is ever left without an owner.
 */
export function candidates(target: Target | undefined, facts: Facts): string[] {
  const areas = chain(facts.place)
  const city = areas.at(-1) ?? facts.place._id
  const district = facts.place.kind === 'city' ? city : (areas.at(-2) ?? city)
  const catchAll = [committeeId(district, 'newSectorCommittee'), committeeId(city, 'newSectorCommittee')]
  return [...new Set([...bodies(target, facts, { areas, district, city }), ...catchAll])]
}

function bodies(
  target: Target | undefined,
  facts: Facts,
  { areas, district, city }: { areas: string[]; district: string; city: string },
): string[] {
  switch (target?.body) {
    case undefined:
      return []
    case 'community':
      return facts.place.kind === 'community' ? areas.slice(0, -2) : []
    case 'street':
      return areas.slice(facts.place.kind === 'community' ? 1 : 0, -2)
    case 'district':
      return [district]
    case 'newSectorCommittee':
      return [committeeId(target.level === 'city' ? city : district, 'newSectorCommittee')]
    case 'tradeCommittee': {
      const trade = target.trade === 'ownTrade' ? committeeOfTrade[facts.trade] : target.trade
      if (!trade) return []
      const levels = target.level === 'city' ? [city] : [district, city]
      return levels.map((area) => committeeId(area, 'tradeCommittee', trade))
    }
  }
}

/**
 * Ids that an appeal from an area most likely needs, so that one query finds them all: the area, what its code says
 * stands above it, and their committees. Whoever was moved elsewhere is asked for again.
 */
export function likelyBodies(area: string): string[] {
  const above = [9, 6, 4].flatMap((length) => (length < area.length ? [area.slice(0, length)] : []))
  const trades = Object.keys(committeeNames) as CommitteeTrade[]
  const committees = [area, ...above]
    .filter(({ length }) => length <= 6)
    .flatMap((each) => [
      committeeId(each, 'newSectorCommittee'),
      ...trades.map((trade) => committeeId(each, 'tradeCommittee', trade)),
    ])
  return [area, ...above, ...committees]
}

/** Where an appeal goes and why; `placed` is false when no rule fits and a dispatcher must decide. */
export interface Route {
  organisation: Organisation
  dispatch: Dispatch
  confidential: boolean
  placed: boolean
}

/**
 * Chooses among the organisations that exist. Undefined when not even the city's catch-all does: the city has not
 * been set up.
 */
export function route(
  ruleSet: RuleSet,
  facts: Facts,
  organisations: readonly Organisation[],
): Route | undefined {
  const firing = firingRule(ruleSet, facts)
  const active = candidates(firing?.rule.to, facts)
    .map((id) => organisations.find((organisation) => organisation._id === id))
    .filter((organisation) => organisation !== undefined)
  const organisation = active.find((candidate) => candidate.active)
  if (!organisation) return undefined
  const wanted = candidates(firing?.rule.to, facts)[0]
  return {
    organisation,
    confidential: firing?.rule.confidential ?? false,
    placed: firing !== undefined,
    dispatch: {
      ruleId: firing?.rule.id ?? 'none',
      ruleNumber: firing?.number ?? 0,
      ruleVersion: ruleSet.version,
      reason: firing
        ? explain(firing.rule, facts) +
          (organisation._id === wanted ? '' : `那里还没开通，先由${organisation.name}接着。`)
        : `没有规则对得上，先由${organisation.name}接着，再派给该办的单位。`,
    },
  }
}

function explain(rule: Rule, facts: Facts): string {
  return rule.reason
    .replaceAll('{category}', categoryNames[facts.category])
    .replaceAll('{place}', facts.place.name)
}
