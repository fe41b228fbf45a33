import { Refusal } from '../../../domain/errors.ts'
import { mayAppoint } from '../../../domain/people/appointing.ts'
import { postName } from '../../../domain/people/roles.ts'
import { staffKeys } from '../../../domain/people/staff.ts'
import { nameAnew } from '../../store/appealTimer.ts'
import { people } from '../../store/people.ts'
import { audited } from '../audited.ts'
import { leaveRota } from '../duty/leaveRota.ts'
import type { UseCase } from '../useCase.ts'
import { requireAnotherAdministrator } from './appointments.ts'
import { requireGranted } from './requireOrganisation.ts'

/** 结束任职: by whoever may appoint to that role there, or by its holder; takes effect at the holder's next call. */
export const appointmentEnd: UseCase<'appointment.end'> = async (
  context,
  { personId, appointmentId, words },
) => {
  const answer = await audited(context, 'appointment.end', async (transaction) => {
    const { now, caller } = context
    const person = await transaction.get(people, personId)
    const appointment = person?.appointments.find(({ id }) => id === appointmentId)
    if (!person || !appointment) throw new Refusal('PERSON_NOT_FOUND')
    const { role, title, organisation, until } = appointment
    const subject = { _id: organisation.id, name: organisation.name, ancestors: organisation.ancestors }
    if (personId !== caller.personId) {
      requireGranted(context, 'appointment.end', subject)
      if (!mayAppoint(caller.hat?.role, role)) throw new Refusal('ROLE_NOT_YOURS')
    }
    if (until !== null && until <= now) throw new Refusal('APPOINTMENT_OVER')
    if (role === 'administrator') await requireAnotherAdministrator(transaction, organisation, personId, now)
    const appointments = person.appointments.map((each) =>
      each === appointment ? { ...each, until: now } : each,
    )
    await transaction.update(people, personId, {
      appointments,
      staffKeys: staffKeys(appointments, person.nickname, now),
    })
    await leaveRota(transaction, organisation.id, { ...person, appointments }, now)
    return {
      answer: {},
      organisation: subject,
      subjectId: personId,
      words: `结束${postName(role, title)}：${words}`,
    }
  })
  // What was named to them and nobody has taken is named to whoever is there.
  await nameAnew(personId, context.now)
  return answer
}
