import { Refusal } from '../../../domain/errors.ts'
import { mayAppoint } from '../../../domain/people/appointing.ts'
import { invitations } from '../../store/invitations.ts'
import { codePicture } from '../../store/wechat.ts'
import type { UseCase } from '../useCase.ts'
import { requireGranted } from './requireOrganisation.ts'

/** The mini-program code of an invitation, to be scanned from the screen. */
export const invitationPicture: UseCase<'invitation.picture'> = async (context, { token }) => {
  const invitation = await invitations.get(token)
  if (!invitation) throw new Refusal('INVITATION_NOT_FOUND')
  const { id, ancestors } = invitation.organisation
  requireGranted(context, 'invitation.picture', { _id: id, ancestors })
  if (!mayAppoint(context.caller.hat?.role, invitation.role)) throw new Refusal('ROLE_NOT_YOURS')
  const url = await codePicture('account/invitation/index', token)
  if (url === undefined) throw new Refusal('CODE_PICTURE_FAILED')
  return { url }
}
