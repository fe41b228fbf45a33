import type { Appeal } from '../../../domain/appeal/appeal.ts'
import { Refusal } from '../../../domain/errors.ts'
import type { Organisation } from '../../../domain/place/organisation.ts'
import { organisations } from '../../store/organisations.ts'

/** The organisation that an appeal is to go to: an active one of the same city that does not have it already. */
export async function requireTarget(appeal: Appeal, organisationId: string): Promise<Organisation> {
  const target = await organisations.get(organisationId)
  const { id, area, ancestors } = appeal.organisation
  const city = ancestors.at(-1) ?? area
  if (!target?.active || (target.ancestors.at(-1) ?? target.area) !== city)
    throw new Refusal('ORGANISATION_NOT_FOUND')
  if (target._id === id) throw new Refusal('ORGANISATION_SAME', { organisation: target.name })
  return target
}
