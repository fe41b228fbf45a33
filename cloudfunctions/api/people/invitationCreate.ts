import { randomBytes } from 'node:crypto'
import { Refusal } from '../../../domain/errors.ts'
import { actorOf } from '../../../domain/people/actor.ts'
import { mayAppoint } from '../../../domain/people/appointing.ts'
import { peopleLimits } from '../../../domain/people/limits.ts'
import { postName } from '../../../domain/people/roles.ts'
import { hatOrganisation } from '../../../domain/place/organisation.ts'
import { invitations } from '../../store/invitations.ts'
import { audited } from '../audited.ts'
import type { UseCase } from '../useCase.ts'
import { requireOrganisation } from './requireOrganisation.ts'

/** 邀请: a link that makes whoever opens it first one of us, for seven days. */
export const invitationCreate: UseCase<'invitation.create'> = async (context, input) => {
  const { now, caller } = context
  const { organisationId, role, title, until = null } = input
  const organisation = await requireOrganisation(context, 'invitation.create', organisationId)
  if (!mayAppoint(caller.hat?.role, role)) throw new Refusal('ROLE_NOT_YOURS')
  if (!organisation.active) throw new Refusal('ORGANISATION_NOT_FOUND')
  if (until !== null && until <= now) throw new Refusal('FIELD_INVALID', { field: '到期时间' })
  const token = randomBytes(16).toString('hex')
  const expiresAt = now + peopleLimits.invitationLives
  return audited(context, 'invitation.create', async (transaction) => {
    await transaction.add(invitations, {
      _id: token,
      role,
      title,
      organisation: hatOrganisation(organisation),
      scopes: [organisation._id, ...organisation.ancestors],
      until,
      by: actorOf(caller),
      createdAt: now,
      expiresAt,
      state: 'open',
      acceptedBy: null,
    })
    return {
      answer: { token, expiresAt },
      organisation,
      words: `邀请一位${postName(role, title)}`,
    }
  })
}
