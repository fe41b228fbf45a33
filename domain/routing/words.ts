import { categoryNames } from '../appeal/categories.ts'
import { departmentNames } from '../appeal/departments.ts'
import { kindNames, urgencyNames } from '../appeal/names.ts'
import { levelNames, type Rule, type Target } from '../appeal/routing.ts'
import { tradeNames } from '../people/roles.ts'
import { committeeNames } from '../place/organisation.ts'

/** What an organisation is called; undefined when it is not known. */
export type NameOf = (id: string) => string | undefined

/** 类别是 差评超时处罚、平台规则 → 本人行业的党委 · 区县 */
export const ruleWords = (rule: Pick<Rule, 'when' | 'to'>, nameOf: NameOf): string =>
  `${whenWords(rule.when, nameOf)} → ${targetWords(rule.to, nameOf)}`

/** The conditions of a rule in one line. */
export function whenWords(
  { kinds, categories, trades, urgencies, placeKnown, areas }: Rule['when'],
  nameOf: NameOf,
): string {
  const list = <T extends string>(chosen: readonly T[], names: Record<T, string>) =>
    chosen.map((each) => names[each]).join('、')
  const parts = [
    kinds && `类型是 ${list(kinds, kindNames)}`,
    categories && `类别是 ${list(categories, categoryNames)}`,
    trades && `行业是 ${list(trades, tradeNames)}`,
    urgencies && `紧急程度是 ${list(urgencies, urgencyNames)}`,
    placeKnown && `位置只知道到 ${list(placeKnown, levelNames)}`,
    areas && `地方在 ${areas.map((id) => nameOf(id) ?? '找不到的单位').join('、')}`,
  ].filter(Boolean)
  return parts.length > 0 ? parts.join('，') : '不管什么事'
}

/** A body in a few words. */
export function targetWords(target: Target, nameOf: NameOf): string {
  switch (target.body) {
    case 'community':
      return '所在社区'
    case 'street':
      return '所在街道'
    case 'district':
      return '所在区县'
    case 'newSectorCommittee':
      return `两新工委 · ${levelNames[target.level]}`
    case 'tradeCommittee':
      return `${target.trade === 'ownTrade' ? '本人行业的' : committeeNames[target.trade]}${target.trade === 'ownTrade' ? '党委' : '行业党委'} · ${levelNames[target.level]}`
    case 'department':
      return `${departmentNames[target.department]}部门 · ${levelNames[target.level]}`
    case 'organisation':
      return nameOf(target.id) ?? '找不到的单位'
  }
}

/** Ids of all organisations that rules name. */
export function mentioned(rules: readonly Rule[]): string[] {
  const ids = rules.flatMap(({ when, to, assist = [] }) => [
    ...(when.areas ?? []),
    ...[to, ...assist].flatMap((target) => (target.body === 'organisation' ? [target.id] : [])),
  ])
  return [...new Set(ids)]
}
