import { Refusal } from '../../../domain/errors.ts'
import { granted, type PermissionKey } from '../../../domain/permission.ts'
import { standingTo } from '../../../domain/place/organisation.ts'
import type { Redemption } from '../../../domain/points/redemption.ts'
import type { Context } from '../useCase.ts'

/** A redemption that the caller may decide on; refuses what is not there and what is not theirs. */
export function requireDecidable(
  redemption: Redemption | undefined,
  action: PermissionKey,
  { caller: { hat } }: Pick<Context, 'caller'>,
): Redemption {
  if (!redemption) throw new Refusal('REDEMPTION_NOT_FOUND')
  const { organisation, scopes } = redemption
  const standing = standingTo({ _id: organisation.id, ancestors: scopes.slice(1) }, hat)
  if (!granted(action, hat?.role, standing ? [standing] : [])) throw new Refusal('NOT_YOURS')
  return redemption
}

/** What became of one of several: its state, or why it stayed as it is. */
export interface Decided {
  id: string
  state?: Redemption['state']
  refused?: string
}
