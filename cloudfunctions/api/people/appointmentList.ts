import { Refusal } from '../../../domain/errors.ts'
import { peopleLimits } from '../../../domain/people/limits.ts'
import type { Person } from '../../../domain/people/person.ts'
import { staffNamed, staffWithin } from '../../store/people.ts'
import type { UseCase } from '../useCase.ts'
import { appointmentRow } from './appointments.ts'
import { requireOrganisation } from './requireOrganisation.ts'

/** Who works for an organisation and all below it, by role or by part of their nickname. */
export const appointmentList: UseCase<'appointment.list'> = async (context, input) => {
  const { organisationId, text, role, cursor } = input
  await requireOrganisation(context, 'appointment.list', organisationId)
  const rowsOf = (person: Person) =>
    person.appointments
      .filter(
        ({ organisation, role: held, until }) =>
          [organisation.id, ...organisation.ancestors].includes(organisationId) &&
          (role === undefined || held === role) &&
          (until === null || until > context.now),
      )
      .map((appointment) => appointmentRow(person, appointment))
  if (text !== '') {
    const found = await staffNamed(organisationId, text, role, peopleLimits.page)
    return { rows: found.flatMap(rowsOf) }
  }
  if (cursor !== undefined && !/^[\w-]{1,64}$/.test(cursor))
    throw new Refusal('FIELD_INVALID', { field: '页码' })
  const found = await staffWithin(organisationId, role, cursor, peopleLimits.page + 1)
  const shown = found.slice(0, peopleLimits.page)
  const last = shown.at(-1)
  return {
    rows: shown.flatMap(rowsOf),
    ...(found.length > peopleLimits.page && last && { next: last._id }),
  }
}
