import { Refusal } from '../../../domain/errors.ts'
import { granted, type PermissionKey } from '../../../domain/permission.ts'
import { cityOfRules } from '../../../domain/relief/rules.ts'
import type { Context } from '../useCase.ts'

/** The city whose rules the caller looks after, and in whose name; refuses everyone else: they hold in all of it. */
export function ruledCity(
  action: PermissionKey,
  { caller: { hat } }: Pick<Context, 'caller'>,
): { cityId: string; organisation: { _id: string; name: string; ancestors: string[] } } {
  const cityId = hat && cityOfRules(hat)
  if (!hat || cityId === undefined || !granted(action, hat.role, ['organisation']))
    throw new Refusal('NOT_YOURS')
  const { id, name, ancestors } = hat.organisation
  return { cityId, organisation: { _id: id, name, ancestors } }
}
