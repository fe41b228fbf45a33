import { Refusal } from '../../../domain/errors.ts'
import type { Hat } from '../../../domain/people/roles.ts'
import { granted, type PermissionKey } from '../../../domain/permission.ts'
import type { Context } from '../useCase.ts'

/** The city that the caller administers; refuses everyone else, since what is learnt holds in all of it. */
export function administeredCity(
  action: PermissionKey,
  { caller: { hat } }: Pick<Context, 'caller'>,
): { _id: string; name: string; ancestors: string[] } {
  if (!hat || !granted(action, hat.role, isCity(hat) ? ['organisation'] : [])) throw new Refusal('NOT_YOURS')
  const { id, name, ancestors } = hat.organisation
  return { _id: id, name, ancestors }
}

const isCity = ({ organisation }: Hat): boolean => organisation.kind === 'city'
