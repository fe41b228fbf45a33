import { Refusal } from '../../../domain/errors.ts'
import { invitations } from '../../store/invitations.ts'
import type { UseCase } from '../useCase.ts'
import { invitationView as viewOf } from './invitations.ts'

/** What an invitation offers, for the person who opened its link. */
export const invitationView: UseCase<'invitation.view'> = async ({ person, now }, { token }) => {
  const invitation = await invitations.get(token)
  if (!invitation) throw new Refusal('INVITATION_NOT_FOUND')
  const { state, expiresAt, acceptedBy } = invitation
  return {
    ...viewOf(invitation),
    state: state === 'open' && expiresAt <= now ? 'expired' : state,
    mine: acceptedBy === person._id,
  }
}
