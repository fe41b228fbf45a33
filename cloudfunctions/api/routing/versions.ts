import { routingLimits } from '../../../domain/routing/limits.ts'
import { versionId, versionsOf } from '../../store/rules.ts'
import { cursorOf, paged } from '../page.ts'
import type { UseCase } from '../useCase.ts'
import { cityOf } from './cityOf.ts'
import { rowsOf } from './view.ts'

/** 历次的规则, newest first; at the end the ones that the city came with. */
export const versions: UseCase<'routing.versions'> = async (context, { organisationId, cursor }) => {
  const city = await cityOf('routing.versions', context, organisationId)
  const found = await versionsOf(city._id, cursorOf(cursor), routingLimits.page + 1)
  const { rows, next } = paged(
    found,
    routingLimits.page,
    ({ version }) => version,
    (version) => version,
  )
  const first = { _id: versionId(city._id, 1), version: 1 }
  const all = next === undefined && rows.at(-1)?.version !== 1 ? [...rows, first] : rows
  return { rows: await rowsOf(all), ...(next && { next }) }
}
