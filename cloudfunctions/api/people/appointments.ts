import type { Output } from '../../../domain/contract.ts'
import { Refusal } from '../../../domain/errors.ts'
import type { Appointment, Person } from '../../../domain/people/person.ts'
import { ownKey } from '../../../domain/people/staff.ts'
import { organisations } from '../../store/organisations.ts'
import { staffWithin } from '../../store/people.ts'
import type { Transaction } from '../../store/transaction.ts'

/** An appointment as a row of a list; never how to reach its holder. */
export function appointmentRow(
  { _id, nickname }: Person,
  { id, role, title, organisation, until }: Appointment,
): Output<'appointment.list'>['rows'][number] {
  return {
    personId: _id,
    ...(nickname !== undefined && { nickname }),
    appointmentId: id,
    role,
    ...(title !== undefined && { title }),
    organisation: { id: organisation.id, name: organisation.name, kind: organisation.kind },
    ...(until !== null && { until }),
  }
}

/**
 * Refuses to let the last administrator of a city go. Writes to the city's document first, so that of two who end
 * each other at once one has to look again.
 */
export async function requireAnotherAdministrator(
  transaction: Transaction,
  { id, ancestors }: Appointment['organisation'],
  personId: string,
  now: number,
): Promise<void> {
  if (ancestors.length > 0) return
  await transaction.update(organisations, id, { administratorsChangedAt: now })
  // Two are enough to know that one is left.
  const some = await staffWithin(ownKey(id), 'administrator', undefined, 20)
  const others = some.filter(
    (each) =>
      each._id !== personId &&
      each.appointments.some(
        ({ role, organisation, until }) =>
          role === 'administrator' && organisation.id === id && (until === null || until > now),
      ),
  )
  if (others.length === 0) throw new Refusal('LAST_ADMINISTRATOR')
}
