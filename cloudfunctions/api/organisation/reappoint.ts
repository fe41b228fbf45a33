import { reappointed } from '../../../domain/people/reappointed.ts'
import type { Organisation } from '../../../domain/place/organisation.ts'
import { changeAppointments, type Person } from '../../store/people.ts'

/** Lets people hold at an organisation what they held at the former one; at the same one, under its new name. */
export async function reappoint(
  staff: readonly Person[],
  formerId: string,
  { _id, name, kind, area }: Organisation,
): Promise<void> {
  const organisation = { id: _id, name, kind, area }
  for (const { _id: personId } of staff)
    await changeAppointments(personId, (held) => reappointed(held, formerId, organisation))
}
