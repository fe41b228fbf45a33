import { Refusal } from '../../../domain/errors.ts'
import { mayAppoint } from '../../../domain/people/appointing.ts'
import { postName } from '../../../domain/people/roles.ts'
import { invitations } from '../../store/invitations.ts'
import { audited } from '../audited.ts'
import type { UseCase } from '../useCase.ts'
import { whyOver } from './invitations.ts'
import { requireGranted } from './requireOrganisation.ts'

/** 收回邀请: the link does nothing from now on. */
export const invitationRevoke: UseCase<'invitation.revoke'> = (context, { token }) =>
  audited(context, 'invitation.revoke', async (transaction) => {
    const invitation = await transaction.get(invitations, token)
    if (!invitation) throw new Refusal('INVITATION_NOT_FOUND')
    const { id, name, ancestors } = invitation.organisation
    const organisation = { _id: id, name, ancestors }
    requireGranted(context, 'invitation.revoke', organisation)
    if (!mayAppoint(context.caller.hat?.role, invitation.role)) throw new Refusal('ROLE_NOT_YOURS')
    const over = whyOver(invitation, context.now)
    if (over) throw new Refusal('INVITATION_OVER', { reason: over })
    await transaction.update(invitations, token, { state: 'revoked' })
    const { title, role } = invitation
    return {
      answer: {},
      organisation,
      words: `收回给${postName(role, title)}的邀请`,
    }
  })
