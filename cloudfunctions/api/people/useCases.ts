import type { UseCases } from '../useCase.ts'
import { appointmentEnd } from './appointmentEnd.ts'
import { appointmentList } from './appointmentList.ts'
import { auditList } from './auditList.ts'
import { home } from './home.ts'
import { invitationAccept } from './invitationAccept.ts'
import { invitationCreate } from './invitationCreate.ts'
import { invitationList } from './invitationList.ts'
import { invitationPicture } from './invitationPicture.ts'
import { invitationRevoke } from './invitationRevoke.ts'
import { invitationView } from './invitationView.ts'
import { looks } from './looks.ts'
import { me } from './me.ts'
import { profile } from './profile.ts'
import { register } from './register.ts'
import { removePhone } from './removePhone.ts'
import { savePhone } from './savePhone.ts'
import { setUp } from './setUp.ts'

export { peopleContract as contract } from '../../../domain/people/contract.ts'

/** What the router calls for each action whose use case stands here. */
export const useCases = {
  'person.me': me,
  'person.home': home,
  'person.profile': profile,
  'person.register': register,
  'person.savePhone': savePhone,
  'person.removePhone': removePhone,
  'person.looks': looks,
  'administrator.setUp': setUp,
  'invitation.create': invitationCreate,
  'invitation.list': invitationList,
  'invitation.picture': invitationPicture,
  'invitation.view': invitationView,
  'invitation.accept': invitationAccept,
  'invitation.revoke': invitationRevoke,
  'appointment.list': appointmentList,
  'appointment.end': appointmentEnd,
  'audit.list': auditList,
} satisfies Partial<UseCases>
