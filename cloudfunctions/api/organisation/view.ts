import type { OrganisationRow } from '../../../domain/contract.ts'
import { type ListedOrganisation, versionOf } from '../../../domain/place/organisation.ts'
import { organisationsById } from '../../store/organisations.ts'
import { placeOf } from '../place/place.ts'
import type { UseCase } from '../useCase.ts'
import { administered } from './administered.ts'

/** One organisation with everything that administrators keep of it. */
export const view: UseCase<'organisation.view'> = async (context, { id }) => {
  const organisation = await administered('organisation.view', context, id)
  const { ancestors, parentId, trade, trades, phone, hours, centre, boundary, unsettled } = organisation
  const above = ancestors.length > 0 ? await organisationsById(ancestors) : []
  const path = ancestors.flatMap((ancestor) => above.find(({ _id }) => _id === ancestor) ?? []).reverse()
  const parent = above.find(({ _id }) => _id === parentId)
  return {
    ...rowOf(organisation),
    parent: parent ? { id: parent._id, name: parent.name, kind: parent.kind } : null,
    path: path.map(({ _id, name }) => ({ id: _id, name })),
    trades: trades ?? [],
    ...(trade && { trade }),
    ...(phone && { phone }),
    ...(hours && { hours: [...hours] }),
    ...(centre && { centre }),
    ...(boundary && { boundary: boundary.map(([longitude, latitude]) => [longitude, latitude]) }),
    ...(unsettled && {
      unsettled: { why: unsettled.why, done: unsettled.done, total: unsettled.total },
    }),
  }
}

/** An organisation as a row of a list. */
export function rowOf(organisation: ListedOrganisation): OrganisationRow {
  const { active, mergedInto, unsettled } = organisation
  return {
    ...placeOf(organisation),
    active,
    version: versionOf(organisation),
    settling: unsettled !== undefined,
    ...(mergedInto && { mergedInto }),
  }
}
