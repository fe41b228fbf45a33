import type { Trade } from '../people/roles.ts'
import {
  type CommitteeTrade,
  committeeOfTrade,
  type ListedOrganisation,
  type Organisation,
} from '../place/organisation.ts'
import type { Dispatch } from './appeal.ts'
import { areasOf, bodies, candidates, chain } from './bodies.ts'
import { type Category, categoryNames } from './categories.ts'
import type { Department } from './departments.ts'
import type { Kind, Urgency } from './names.ts'

/** Which body a rule sends to. `ownTrade` is the committee of the person's own trade. */
export type Target =
  | { body: 'community' | 'street' | 'district' }
  | { body: 'tradeCommittee'; trade: CommitteeTrade | 'ownTrade'; level: 'district' | 'city' }
  | { body: 'newSectorCommittee'; level: 'district' | 'city' }
  | { body: 'department'; department: Department; level: 'street' | 'district' | 'city' }
  /** One organisation of the city, whatever the place. */
  | { body: 'organisation'; id: string }

/** One rule: every condition that is present must hold. Data, edited by administrators (appeals.md, Routing). */
export interface Rule {
  id: string
  name: string
  when: {
    kinds?: Kind[] | undefined
    categories?: Category[] | undefined
    trades?: Trade[] | undefined
    urgencies?: Urgency[] | undefined
    /** The most precise level of the place that is known. */
    placeKnown?: PlaceLevel[] | undefined
    /** Ids of territorial organisations: the place is one of them, or lies below one. */
    areas?: string[] | undefined
  }
  to: Target
  /** Who is asked to help, where there is such a body; nobody is missed where there is none. */
  assist?: Target[] | undefined
  /** The sentence for the person; {category} and {place} are filled in. */
  reason: string
  /** Only the body that handles it sees anything of who sent it. */
  confidential?: boolean | undefined
}

/** How precisely a place is known, and the level that a body stands at. */
export const levelNames = {
  community: '社区',
  street: '街道',
  district: '区县',
  city: '市',
} as const satisfies Record<string, string>
export type PlaceLevel = keyof typeof levelNames

/** Ordered rules, first match wins. Never changed once it was in force: a change is another version. */
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
  const { kinds, categories, trades, urgencies, placeKnown, areas } = rule.when
  if (kinds && !kinds.includes(facts.kind)) return '类型不符'
  if (categories && !categories.includes(facts.category)) return '类别不符'
  if (trades && !trades.includes(facts.trade)) return '行业不符'
  if (urgencies && !urgencies.includes(facts.urgency)) return '紧急程度不符'
  if (placeKnown && !placeKnown.some((level) => level === facts.place.kind)) return '位置的精度不符'
  if (rule.to.body === 'tradeCommittee' && rule.to.trade === 'ownTrade' && !committeeOfTrade[facts.trade])
    return '本人行业没有对应的党委'
  if (areas && !chain(facts.place).some((id) => areas.includes(id))) return '不在这几个地方'
  return undefined
}

/** The first rule that fits, with its place in the list; undefined when none does. */
export function firingRule(ruleSet: RuleSet, facts: Facts): { rule: Rule; number: number } | undefined {
  const index = ruleSet.rules.findIndex((rule) => !misfit(rule, facts))
  const rule = ruleSet.rules[index]
  return rule && { rule, number: index + 1 }
}

/** Where an appeal goes and why; `placed` is false when no rule fits and a dispatcher must decide. */
export interface Route {
  organisation: ListedOrganisation
  /** Who is asked to help: active, and not the one that has it. */
  assistants: ListedOrganisation[]
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
  organisations: readonly ListedOrganisation[],
): Route | undefined {
  const firing = firingRule(ruleSet, facts)
  const wanted = candidates(firing?.rule.to, facts, organisations)
  const organisation = firstActive(wanted, organisations)
  if (!organisation) return undefined
  return {
    organisation,
    assistants: assistantsOf(firing?.rule, facts, organisations).filter(
      ({ _id }) => _id !== organisation._id,
    ),
    confidential: firing?.rule.confidential ?? false,
    placed: firing !== undefined,
    dispatch: {
      ruleId: firing?.rule.id ?? 'none',
      ruleNumber: firing?.number ?? 0,
      ruleVersion: ruleSet.version,
      reason: firing
        ? explain(firing.rule, facts) +
          (organisation._id === wanted[0] ? '' : `那里还没开通，先由${organisation.name}接着。`)
        : `没有规则对得上，先由${organisation.name}接着，再派给该办的单位。`,
    },
  }
}

function firstActive(ids: readonly string[], organisations: readonly ListedOrganisation[]) {
  return ids
    .map((id) => organisations.find((organisation) => organisation._id === id))
    .find((organisation) => organisation?.active)
}

// Only the bodies that the rule names help: the catch-all behind them has its hands full.
function assistantsOf(
  rule: Rule | undefined,
  facts: Facts,
  organisations: readonly ListedOrganisation[],
): ListedOrganisation[] {
  const found = (rule?.assist ?? []).flatMap((target) => {
    const ids = bodies(target, facts, areasOf(facts.place), organisations).map(({ id }) => id)
    return firstActive(ids, organisations) ?? []
  })
  return [...new Set(found)]
}

/** The sentence of a rule for a person, filled in. */
export function explain(
  rule: Pick<Rule, 'reason'>,
  facts: { category: Category; place: { name: string } },
): string {
  return rule.reason
    .replaceAll('{category}', categoryNames[facts.category])
    .replaceAll('{place}', facts.place.name)
}
