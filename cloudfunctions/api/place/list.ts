import { organisationsBelow, organisationsOfKind } from '../../store/organisations.ts'
import type { UseCase } from '../useCase.ts'
import { placeOf } from './place.ts'

/** The places below one: districts of a city, streets of a district, communities of a street. */
export const list: UseCase<'place.list'> = async (_, { parentId }) => {
  if (parentId !== undefined) return { places: (await below(parentId)).map(placeOf) }
  const cities = await organisationsOfKind('city', 50)
  const [only, another] = cities
  // One city: nobody wants to choose it.
  return { places: (only && !another ? await below(only._id) : cities).map(placeOf) }
}

const below = (parentId: string) => organisationsBelow(parentId, ['district', 'street', 'community'])
