import type { OrganisationKind } from '../../../domain/people/roles.ts'
import { organisationsBelow, organisationsOfKind } from '../../store/organisations.ts'
import type { UseCase } from '../useCase.ts'
import { placeOf } from './place.ts'

/** The places below one: districts of a city, streets of a district, communities of a street; or all who handle appeals. */
export const list: UseCase<'place.list'> = async (_, { parentId, among }) => {
  if (parentId !== undefined)
    return { places: (await organisationsBelow(parentId, kinds[among])).map(placeOf) }
  const cities = await organisationsOfKind('city', 50)
  const [only, another] = cities
  // One city: nobody wants to choose it.
  return {
    places: (only && !another ? await organisationsBelow(only._id, kinds.places) : cities).map(placeOf),
  }
}

const territory = ['district', 'street', 'community'] as const satisfies OrganisationKind[]
const kinds = {
  places: territory,
  organisations: [...territory, 'tradeCommittee', 'newSectorCommittee', 'department'],
} as const satisfies Record<string, OrganisationKind[]>
