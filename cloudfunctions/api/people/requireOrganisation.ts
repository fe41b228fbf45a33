import { Refusal } from '../../../domain/errors.ts'
import { granted, type PermissionKey } from '../../../domain/permission.ts'
import { type Organisation, standingTo } from '../../../domain/place/organisation.ts'
import { organisations } from '../../store/organisations.ts'
import type { Context } from '../useCase.ts'

/** The organisation that an action is about; refuses one that isn't there, and callers whom the table doesn't grant it. */
export async function requireOrganisation(
  context: Pick<Context, 'caller'>,
  action: PermissionKey,
  id: string,
): Promise<Organisation> {
  const organisation = await organisations.get(id)
  if (!organisation) throw new Refusal('ORGANISATION_NOT_FOUND')
  requireGranted(context, action, organisation)
  return organisation
}

/** Refuses callers to whom the table doesn't grant an action on an organisation. */
export function requireGranted(
  { caller }: Pick<Context, 'caller'>,
  action: PermissionKey,
  organisation: Pick<Organisation, '_id' | 'ancestors'>,
): void {
  const standing = standingTo(organisation, caller.hat)
  if (!granted(action, caller.hat?.role, standing ? [standing] : [])) throw new Refusal('NOT_YOURS')
}
