import type { Place } from '../../../domain/contract.ts'
import type { Organisation } from '../../../domain/place/organisation.ts'

/** An organisation as a place or body to choose. */
export function placeOf({
  _id,
  name,
  kind,
  location,
}: Pick<Organisation, '_id' | 'name' | 'kind' | 'location'>): Place {
  return { id: _id, name, kind, location }
}
