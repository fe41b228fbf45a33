import { organisationOrHeir } from '../../store/organisations.ts'
import type { UseCase } from '../useCase.ts'
import { placeOf } from './place.ts'

/** The place of a scanned code. */
export const named: UseCase<'place.named'> = async (_, { id }) => {
  const place = await organisationOrHeir(id)
  return place?.active ? { place: placeOf(place) } : {}
}
