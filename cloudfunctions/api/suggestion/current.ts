import type { Output } from '../../../domain/contract.ts'
import type { Overrides } from '../../../domain/settings/overrides.ts'
import { suggestionsNow } from '../../store/rules.ts'
import { settingsAround } from '../../store/settings.ts'
import type { UseCase } from '../useCase.ts'

/**
 * What phones learn beside the shipped words; nothing but the version when they have it already. And what forms must know
 * of the city: here, because it holds up nobody.
 */
export const current: UseCase<'suggestion.current'> = async ({ person, now }, known) => {
  const [{ version, added }, settings] = await Promise.all([
    suggestionsNow(),
    settingsAround(person.community?.ancestors?.at(-1), now),
  ])
  const own = cityOf(settings)
  const city = Object.keys(own).length > 0 && { city: own }
  if (version === known.version) return { version, ...city }
  return { version, added: added.map(({ category, text }) => ({ category, text })), ...city }
}

const cityOf = ({
  numbers: { urgentAcceptMinutes },
  categoriesOff,
}: Overrides): NonNullable<Output<'suggestion.current'>['city']> => ({
  ...(categoriesOff.length > 0 && { categoriesOff }),
  ...(urgentAcceptMinutes !== undefined && { urgentAcceptMinutes }),
})
