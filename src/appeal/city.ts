import type { Category } from '../../domain/appeal/categories'
import type { Output } from '../../domain/contract'
import { settingOf } from '../../domain/settings/settings'
import { keep, recall } from '../call/storage'

const shelf = 'city'
type City = Output<'person.home'>['city']

/** What the home page has just been told of the city. */
export function rememberCity(city: City): void {
  const known = recall<NonNullable<City>>(shelf)
  if (JSON.stringify(known ?? {}) !== JSON.stringify(city ?? {})) keep(shelf, city ?? {})
}

/** Which of some categories the city takes, as this phone last heard; the function asks again. */
export function takenOf<C extends Category>(some: readonly C[]): C[] {
  const off = recall<NonNullable<City>>(shelf)?.categoriesOff ?? []
  return some.filter((category) => !off.includes(category))
}

/** 30 分钟内要接: what is urgent, as the city has it. */
export const urgentWords = (): string =>
  `${settingOf(recall<NonNullable<City>>(shelf), 'urgentAcceptMinutes')} 分钟内要接`
