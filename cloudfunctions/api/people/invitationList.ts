import { appointable } from '../../../domain/people/appointing.ts'
import { peopleLimits } from '../../../domain/people/limits.ts'
import { openInvitations } from '../../store/invitations.ts'
import { cursorOf, paged } from '../page.ts'
import type { UseCase } from '../useCase.ts'
import { invitationView } from './invitations.ts'
import { requireOrganisation } from './requireOrganisation.ts'

/** Invitations of an organisation and all below it, to roles that the caller may give, that nobody has taken up yet, newest first. */
export const invitationList: UseCase<'invitation.list'> = async (context, { organisationId, cursor }) => {
  await requireOrganisation(context, 'invitation.list', organisationId)
  const found = await openInvitations(
    organisationId,
    appointable(context.caller.hat?.role),
    cursorOf(cursor),
    peopleLimits.page + 1,
  )
  return paged(found, peopleLimits.page, ({ createdAt }) => createdAt, invitationView)
}
