import type { Person } from '../../../domain/people/person.ts'
import { reappointed } from '../../../domain/people/reappointed.ts'
import { hatOrganisation, type ListedOrganisation } from '../../../domain/place/organisation.ts'
import { changeAppointments } from '../../store/people.ts'

/** Lets people hold at an organisation what they held at the former one; at the same one, under its new name. */
export async function reappoint(
  staff: readonly Person[],
  formerId: string,
  organisation: ListedOrganisation,
  now: number,
): Promise<void> {
  const heir = hatOrganisation(organisation)
  for (const { _id: personId } of staff)
    await changeAppointments(personId, (held) => reappointed(held, formerId, heir), now)
}
