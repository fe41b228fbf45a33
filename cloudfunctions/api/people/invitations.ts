import type { Output } from '../../../domain/contract.ts'
import { mayAppoint } from '../../../domain/people/appointing.ts'
import type { Person } from '../../../domain/people/person.ts'
import { granted } from '../../../domain/permission.ts'
import { standingTo } from '../../../domain/place/organisation.ts'
import type { Invitation } from '../../store/invitations.ts'
import { hatsOf } from '../caller.ts'
import { hatView } from './me.ts'

/** Why an invitation can't be taken up any more; undefined while it can. */
export function whyOver({ state, expiresAt }: Invitation, now: number): string | undefined {
  if (state === 'accepted') return '已经有人接受了'
  if (state === 'revoked') return '已经收回了'
  return expiresAt <= now ? '过了 7 天' : undefined
}

/** An invitation as people see it. */
export function invitationView(invitation: Invitation): Output<'invitation.list'>['rows'][number] {
  const { _id, role, title, organisation, until, by, createdAt, expiresAt } = invitation
  return {
    token: _id,
    role,
    ...(title && { title }),
    organisation: hatView({ id: _id, role, organisation }).organisation,
    ...(until !== null && { until }),
    by: by.organisation ? `${by.organisation.name} · ${by.title}` : by.title,
    createdAt,
    expiresAt,
  }
}

/** Whether whoever invited could still do so: they hold a hat that may give this role there. */
export function stillAppoints(
  inviter: Person | undefined,
  { role, organisation }: Invitation,
  now: number,
): boolean {
  if (!inviter) return false
  return hatsOf(inviter, now).some((hat) => {
    const standing = standingTo({ _id: organisation.id, ancestors: organisation.ancestors }, hat)
    return (
      standing !== undefined &&
      granted('invitation.create', hat.role, [standing]) &&
      mayAppoint(hat.role, role)
    )
  })
}
