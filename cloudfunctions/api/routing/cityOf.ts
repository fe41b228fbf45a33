import { Refusal } from '../../../domain/errors.ts'
import type { PermissionKey } from '../../../domain/permission.ts'
import type { Organisation } from '../../../domain/place/organisation.ts'
import { organisations } from '../../store/organisations.ts'
import type { Transaction } from '../../store/transaction.ts'
import { administered } from '../organisation/administered.ts'
import type { Context } from '../useCase.ts'

/** The city in which an organisation lies that the caller administers: whose rules they may read. */
export async function cityOf(
  action: PermissionKey,
  context: Context,
  organisationId: string,
): Promise<Organisation> {
  const organisation = await administered(action, context, organisationId)
  const cityId = organisation.ancestors.at(-1)
  const city = cityId === undefined ? organisation : await organisations.get(cityId)
  if (!city) throw new Refusal('CITY_NOT_READY')
  return city
}

/** The city that the caller administers itself: whose rules they may change. */
export async function ownCity(
  action: PermissionKey,
  context: Context,
  organisationId: string,
  transaction?: Transaction,
): Promise<Organisation> {
  const organisation = await administered(action, context, organisationId, transaction)
  if (organisation.kind !== 'city') throw new Refusal('CITY_ONLY')
  return organisation
}
