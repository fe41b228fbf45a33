import type { Organisation } from '../../domain/place/organisation.ts'
import {
  firstVersion,
  noOverrides,
  type Overrides,
  type SettingsVersion,
} from '../../domain/settings/overrides.ts'
import type { Numbers } from '../../domain/settings/settings.ts'
import { collection } from './collection.ts'
import { after, type Cursor } from './cursor.ts'
import { organisations } from './organisations.ts'

/** Settings as they were put in force, beside the other rules: never changed, never removed (docs/decisions/35). */
export const settingsVersions = collection<SettingsVersion>('rules')

export const settingsId = (cityId: string, version: number): string => `${cityId}-settings-${version}`

/** The version of a city's settings that is in force. */
export const settingsInForce = ({ settings }: Pick<Organisation, 'settings'>): number =>
  settings?.version ?? firstVersion

/** What a city does otherwise than the table says, as its organisation keeps it. */
export const overridesOf = ({ settings }: Pick<Organisation, 'settings'>): Overrides =>
  settings ? { numbers: settings.numbers, categoriesOff: settings.categoriesOff } : noOverrides

/** The versions of a city, newest first, without what they say. */
export function settingsVersionsOf(
  cityId: string,
  from: Cursor | undefined,
  limit: number,
): Promise<Omit<SettingsVersion, 'numbers' | 'categoriesOff'>[]> {
  const where = { settingsOf: cityId }
  return settingsVersions.find({
    where: from ? after(where, ['version', 'desc'], from) : where,
    sort: [
      ['version', 'desc'],
      ['_id', 'desc'],
    ],
    limit,
    without: ['numbers', 'categoriesOff'],
  })
}

/** What every city of this installation has set, by its id; one request. */
export async function allSettings(): Promise<ReadonlyMap<string, Overrides>> {
  const cities = await organisations.find({ where: { kind: 'city' }, limit: 100, only: ['settings'] })
  return new Map(cities.map((city) => [city._id, overridesOf(city)]))
}

/** So long a warm instance goes by what it has read; what reads the city anyway goes by the newest. */
const remembered = 60_000
let read: { at: number; all: ReadonlyMap<string, Overrides> } | undefined

/**
 * What a city has set, for what does not read its organisation anyway: at most one request a minute of a warm instance, so
 * a change may take a minute to get there.
 */
export async function settingsOf(cityId: string, now: number): Promise<Overrides> {
  if (!read || now - read.at >= remembered || now < read.at) read = { at: now, all: await allSettings() }
  return read.all.get(cityId) ?? noOverrides
}

/** What holds where somebody's city is; of who has not registered anywhere it is the only one that there is. */
export async function settingsAround(cityId: string | undefined, now: number): Promise<Overrides> {
  if (cityId !== undefined) return settingsOf(cityId, now)
  await settingsOf('', now)
  const [only, ...others] = read?.all.values() ?? []
  return only && others.length === 0 ? only : noOverrides
}

/** The numbers of the same. */
export const numbersOf = async (cityId: string, now: number): Promise<Numbers> =>
  (await settingsOf(cityId, now)).numbers

/** Who has just changed them sees the change at once. */
export function forgetSettings(): void {
  read = undefined
}
