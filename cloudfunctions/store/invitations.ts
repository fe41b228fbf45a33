import type { Actor } from '../../domain/people/actor.ts'
import type { Appointment } from '../../domain/people/person.ts'
import type { Role } from '../../domain/people/roles.ts'
import { collection, command } from './collection.ts'
import { after, type Cursor } from './cursor.ts'

/** An invitation to a role: a one-time link. Its id is the token in the link. */
export interface Invitation {
  _id: string
  role: Role
  title: string
  organisation: Appointment['organisation']
  /** That organisation and all above it: who appoints there finds it. */
  scopes: string[]
  /** When the appointment will end; null: open-ended. */
  until: number | null
  by: Actor
  createdAt: number
  expiresAt: number
  state: 'open' | 'accepted' | 'revoked'
  acceptedBy: string | null
}

export const invitations = collection<Invitation>('invitations')

/** Invitations of an organisation and all below it to some roles that nobody has taken up yet, newest first. */
export function openInvitations(
  organisationId: string,
  roles: readonly Role[],
  from: Cursor | undefined,
  limit: number,
): Promise<Invitation[]> {
  const where = { scopes: organisationId, state: 'open', role: command.in([...roles]) }
  return invitations.find({
    where: from ? after(where, ['createdAt', 'desc'], from) : where,
    sort: [
      ['createdAt', 'desc'],
      ['_id', 'desc'],
    ],
    limit,
  })
}

/** Open invitations of an organisation remember it as it is now: after a move others may take them back. */
export async function renewInvitations(organisation: Invitation['organisation']): Promise<void> {
  await invitations.update(openOf(organisation.id), {
    organisation: command.set(organisation),
    scopes: [organisation.id, ...organisation.ancestors],
  })
}

/** Nobody can come to an organisation any more by the invitations that are open. */
export async function revokeInvitations(organisationId: string): Promise<void> {
  await invitations.update(openOf(organisationId), { state: 'revoked' })
}

// `scopes` is what the index begins with; the organisation's own id is always among them.
const openOf = (organisationId: string) => ({
  scopes: organisationId,
  state: 'open',
  'organisation.id': organisationId,
})
