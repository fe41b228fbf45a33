import { limits } from '../../../domain/appeal/limits.ts'
import { organisationsNamed } from '../../store/organisations.ts'
import type { UseCase } from '../useCase.ts'
import { placeOf } from './place.ts'

/** Communities, or any organisation, with the text in their name; names that start with it first. */
export const search: UseCase<'place.search'> = async (_, { text, among }) => {
  const found = await organisationsNamed(
    text,
    limits.search,
    among === 'communities' ? 'community' : undefined,
  )
  const rank = (name: string) => (name.startsWith(text) ? 0 : 1)
  found.sort((a, b) => rank(a.name) - rank(b.name) || (a._id < b._id ? -1 : 1))
  return { places: found.map(placeOf) }
}
