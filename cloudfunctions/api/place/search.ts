import { limits } from '../../../domain/appeal/limits.ts'
import { startsWith, typedText } from '../../../domain/place/organisation.ts'
import { organisationsNamed } from '../../store/organisations.ts'
import type { UseCase } from '../useCase.ts'
import { placeOf } from './place.ts'

/** Communities, or any organisation, with the text in their name or its pinyin; those that start with it first. */
export const search: UseCase<'place.search'> = async (_, { text, among }) => {
  const typed = typedText(text)
  const kind = among === 'communities' ? 'community' : undefined
  const found = await organisationsNamed(typed, limits.search, { kind })
  const rank = (organisation: (typeof found)[number]) => (startsWith(organisation, typed) ? 0 : 1)
  found.sort((a, b) => rank(a) - rank(b) || (a._id < b._id ? -1 : 1))
  return { places: found.map(placeOf) }
}
