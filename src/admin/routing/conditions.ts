import { categoryNames } from '../../../domain/appeal/categories'
import { kindNames, urgencyNames } from '../../../domain/appeal/names'
import { levelNames, type Rule } from '../../../domain/appeal/routing'
import { tradeNames } from '../../../domain/people/roles'

/** Conditions of a rule that are chosen out of a closed list, with the question for each. */
export const conditionNames = {
  categories: '哪几类',
  kinds: '什么类型',
  trades: '谁说的',
  urgencies: '急不急',
  placeKnown: '位置知道到哪一级',
} as const
export type Condition = keyof typeof conditionNames

/** What can be chosen for a condition. */
export const choicesOf: Record<Condition, Record<string, string>> = {
  categories: categoryNames,
  kinds: kindNames,
  trades: tradeNames,
  urgencies: urgencyNames,
  placeKnown: levelNames,
}

/** The conditions with one value more, or less; nothing chosen is no condition. */
export function toggled(when: Rule['when'], condition: Condition, value: string): Rule['when'] {
  const chosen: readonly string[] = when[condition] ?? []
  const next = Object.keys(choicesOf[condition]).filter((each) => chosen.includes(each) !== (each === value))
  const { [condition]: _, ...others } = when
  // The list holds keys of the very names that the condition is about.
  return next.length > 0 ? ({ ...others, [condition]: next } as Rule['when']) : others
}
