import { Refusal } from '../../../domain/errors.ts'
import { granted, type PermissionKey } from '../../../domain/permission.ts'
import type { Context } from '../useCase.ts'

/** Whose rules the caller looks after: a community's or a city's; refuses everyone else. */
export function ruledPlace(
  action: PermissionKey,
  { caller: { hat } }: Pick<Context, 'caller'>,
): { _id: string; name: string; ancestors: string[]; cityId: string; isCity: boolean } {
  const kind = hat?.organisation.kind
  if (!hat || !granted(action, hat.role, ['organisation'])) throw new Refusal('NOT_YOURS')
  if (kind !== 'community' && kind !== 'city') throw new Refusal('PLACE_ONLY')
  const { id, name, ancestors } = hat.organisation
  return { _id: id, name, ancestors, cityId: ancestors.at(-1) ?? id, isCity: kind === 'city' }
}
