import { Refusal } from '../../../domain/errors.ts'
import { peopleLimits } from '../../../domain/people/limits.ts'
import type { Appointment, Person } from '../../../domain/people/person.ts'
import { postName } from '../../../domain/people/roles.ts'
import { staffKeys } from '../../../domain/people/staff.ts'
import { mayEver } from '../../../domain/permission.ts'
import { hatOrganisation } from '../../../domain/place/organisation.ts'
import { nameWaiting } from '../../store/appealTimer.ts'
import { invitations } from '../../store/invitations.ts'
import { organisations } from '../../store/organisations.ts'
import { people } from '../../store/people.ts'
import type { Transaction } from '../../store/transaction.ts'
import { audited } from '../audited.ts'
import type { UseCase } from '../useCase.ts'
import { stillAppoints, whyOver } from './invitations.ts'
import { hatView } from './me.ts'

/** 接受邀请: the first who does so has the appointment; the link is spent. */
export const invitationAccept: UseCase<'invitation.accept'> = async (context, { token }) => {
  const answer = await audited(context, 'invitation.accept', async (transaction) => {
    const invitation = await transaction.get(invitations, token)
    if (!invitation) throw new Refusal('INVITATION_NOT_FOUND')
    const over = whyOver(invitation, context.now)
    if (over) throw new Refusal('INVITATION_OVER', { reason: over })
    if (invitation.by.personId === context.person._id) throw new Refusal('INVITATION_OWN')
    const inviter = await transaction.get(people, invitation.by.personId)
    if (!stillAppoints(inviter, invitation, context.now))
      throw new Refusal('INVITATION_OVER', { reason: '邀请的人已经不在任' })
    const { role, title, until } = invitation
    // As it is now: it may have been renamed, moved or closed since.
    const place = await transaction.get(organisations, invitation.organisation.id)
    if (!place?.active) throw new Refusal('INVITATION_OVER', { reason: '单位已经关了' })
    const organisation = hatOrganisation(place)
    const appointment: Appointment = {
      id: token.slice(0, 24),
      role,
      ...(title && { title }),
      organisation,
      until,
    }
    await appoint(transaction, context.person._id, appointment, context.now)
    await transaction.update(invitations, token, { state: 'accepted', acceptedBy: context.person._id })
    return {
      answer: { hat: hatView(appointment) },
      organisation: place,
      subjectId: context.person._id,
      words: `成为${postName(role, title)}，${invitation.by.organisation?.name ?? ''}${invitation.by.title}邀请`,
    }
  })
  const { role, organisation } = answer.hat
  // What came there before anybody was there is named to who came.
  if (mayEver('appeal.accept', role)) await nameWaiting(organisation.id, context.now)
  return answer
}

/** Gives a person an appointment inside a transaction; refuses a second one to the same role in the same place. */
export async function appoint(
  transaction: Transaction,
  personId: string,
  appointment: Appointment,
  now: number,
): Promise<Person> {
  const person = await transaction.get(people, personId)
  if (!person) throw new Refusal('PERSON_NOT_FOUND')
  const { role, organisation } = appointment
  const held = person.appointments.some(
    (each) =>
      each.role === role &&
      each.organisation.id === organisation.id &&
      (each.until === null || each.until > now),
  )
  if (held) throw new Refusal('ALREADY_APPOINTED')
  const appointments = [...person.appointments, appointment]
  if (appointments.length > peopleLimits.appointments) throw new Refusal('APPOINTMENTS_FULL')
  await transaction.update(people, personId, {
    appointments,
    staffKeys: staffKeys(appointments, person.nickname, now),
  })
  return person
}
