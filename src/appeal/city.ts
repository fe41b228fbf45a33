import type { Category } from '../../domain/appeal/categories'
import type { Output } from '../../domain/contract'
import { settingOf } from '../../domain/settings/settings'
import { call } from '../call/call'
import { keep, recall } from '../call/storage'

const shelf = 'city'
const hour = 3_600_000
type City = Output<'suggestion.current'>['city']
type Heard = NonNullable<City> & { at: number }

/** What the phone has just been told of the city. */
export const rememberCity = (city: City): boolean => keep(shelf, { ...city, at: Date.now() })

/** Asks what the city takes, for a form that learns nothing else; at most once an hour, and without waiting for it. */
export async function hearOfCity(): Promise<void> {
  if (Date.now() - (recall<Heard>(shelf)?.at ?? 0) < hour) return
  try {
    // The words that were added are for the form that suggests by them.
    const { version } = recall<{ version: number }>('suggestions') ?? { version: 0 }
    rememberCity((await call('suggestion.current', { version })).city)
  } catch {
    // Without a signal the phone goes on with what it knows.
  }
}

/** Which of some categories the city takes, as this phone last heard; the function asks again. */
export function takenOf<C extends Category>(some: readonly C[]): C[] {
  const off = recall<Heard>(shelf)?.categoriesOff ?? []
  return some.filter((category) => !off.includes(category))
}

/** 30 分钟内要接: what is urgent, as the city has it. */
export const urgentWords = (): string =>
  `${settingOf(recall<Heard>(shelf), 'urgentAcceptMinutes')} 分钟内要接`
