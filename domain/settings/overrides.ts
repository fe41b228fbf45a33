import { type Category, categories, categoryNames } from '../appeal/categories.ts'
import type { Actor } from '../people/actor.ts'
import { type Numbers, type SettingKey, settingKeys, settingOf, settings } from './settings.ts'
import { amount, settingWords } from './words.ts'

/** What a city does otherwise than the table says. */
export interface Overrides {
  numbers: Numbers
  /** Categories that nobody can send any more; what was sent goes on. */
  categoriesOff: Category[]
}

export const noOverrides: Overrides = { numbers: {}, categoriesOff: [] }

/** What is in force in a city, as its organisation keeps it: the version and what it says (docs/decisions/35). */
export interface SettingsInForce extends Overrides {
  version: number
}

/** A version of a city's settings: never changed, never removed. */
export interface SettingsVersion extends Overrides {
  _id: string
  /** The city's id. */
  settingsOf: string
  version: number
  by: Actor
  /** Milliseconds since 1970. */
  at: number
  /** Why. */
  words: string
  /** What it changed, in words. */
  changed: string
}

/** The version that a city has until it sets anything. */
export const firstVersion = 1

/** Every number as it holds in a city. */
export const effective = (numbers: Numbers | undefined): Record<SettingKey, number> =>
  Object.fromEntries(settingKeys.map((key) => [key, settingOf(numbers, key)])) as Record<SettingKey, number>

/** What can only be right together: the first number is not to be above the second. */
const ordered = [
  ['pageMinutes', 'urgentAcceptMinutes'],
  ['highResolveDays', 'normalResolveDays'],
  ['normalResolveDays', 'hardResolveDays'],
  ['answerDays', 'closeDays'],
  ['suspendedAlone', 'suspendedDays'],
  // As long as it can be seen who asked, it can be seen who looked at their phone.
  ['identityDays', 'lookDays'],
] as const satisfies readonly (readonly [SettingKey, SettingKey])[]

/** No appeal is without a category: what nothing else fits goes here. */
export const alwaysOn: Category = 'other'

/** What is wrong with what a city wants to set, in words; empty when nothing is. */
export function faultsOf({ numbers, categoriesOff }: Overrides): string[] {
  const set = settingKeys.filter((key) => numbers[key] !== undefined)
  const all = effective(numbers)
  return [
    ...set.flatMap((key) => numberFault(key, all[key]) ?? []),
    ...ordered.flatMap(([less, more]) =>
      all[less] > all[more]
        ? [
            `“${settingWords[less].name}”是 ${amount(less, all[less])}，不能比“${settingWords[more].name}”的 ${amount(more, all[more])}长`,
          ]
        : [],
    ),
    ...(categoriesOff.includes(alwaysOn) ? [`“${categoryNames[alwaysOn]}”要留着，不然有的事没处提`] : []),
    ...(new Set(categoriesOff).size < categoriesOff.length ? ['同一类写了两遍'] : []),
  ]
}

function numberFault(key: SettingKey, value: number): string | undefined {
  const { unit, least, most } = settings[key]
  if (Number.isInteger(value) && value >= least && value <= most) return undefined
  return `“${settingWords[key].name}”要在 ${least} 到 ${most} ${unit}之间`
}

/** The same without what is as the table says anyway, and in the table's order: so that equal settings look equal. */
export function tidied({ numbers, categoriesOff }: Overrides): Overrides {
  const set = settingKeys.flatMap((key) => {
    const value = numbers[key]
    return value === undefined || value === settings[key].standard ? [] : [[key, value] as const]
  })
  return {
    numbers: Object.fromEntries(set),
    categoriesOff: categories.filter((category) => categoriesOff.includes(category)),
  }
}

/** What differs between two settings, one line each, as the preview, the audit and the history say it. */
export function changesBetween(before: Overrides, after: Overrides): string[] {
  const numbers = settingKeys.flatMap((key) => {
    const [was, is] = [settingOf(before.numbers, key), settingOf(after.numbers, key)]
    if (was === is) return []
    const back = is === settings[key].standard ? '（默认）' : ''
    return [`${settingWords[key].name}：${amount(key, was)}改为 ${amount(key, is)}${back}`]
  })
  const turned = categories.flatMap((category) => {
    const [was, is] = [before, after].map(({ categoriesOff }) => categoriesOff.includes(category))
    if (was === is) return []
    return [`${categoryNames[category]}：${is ? '不再收' : '重新收'}`]
  })
  return [...numbers, ...turned]
}

/** Of several cities that are looked after together, the greatest of their numbers. */
export const longest = (all: readonly Overrides[], key: SettingKey): number =>
  Math.max(...(all.length > 0 ? all : [noOverrides]).map(({ numbers }) => settingOf(numbers, key)))

/** The same, the smallest of them. */
export const fewest = (all: readonly Overrides[], key: SettingKey): number =>
  Math.min(...(all.length > 0 ? all : [noOverrides]).map(({ numbers }) => settingOf(numbers, key)))
