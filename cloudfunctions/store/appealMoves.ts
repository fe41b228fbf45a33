import type { Appeal } from '../../domain/appeal/appeal.ts'
import type { OrganisationReference } from '../../domain/place/organisation.ts'
import { appeals, unlisted } from './appeals.ts'
import { command } from './collection.ts'

/** All that an organisation has, finished or not, by id from `after` on; with their logs. */
export function appealsAt(organisationId: string, after: string, limit: number): Promise<Appeal[]> {
  return appeals.find({
    where: { 'organisation.id': organisationId, _id: command.gt(after) },
    sort: [['_id', 'asc']],
    limit,
  })
}

/** The ids of the same. */
export async function appealIdsAt(organisationId: string, after: string, limit: number): Promise<string[]> {
  const found = await appeals.find({
    where: { 'organisation.id': organisationId, _id: command.gt(after) },
    sort: [['_id', 'asc']],
    limit,
    without: unlisted,
  })
  return found.map(({ _id }) => _id)
}

export const countAt = (organisationId: string): Promise<number> =>
  appeals.count({ 'organisation.id': organisationId })

/** Renews what appeals remember of the organisation that has them; those that it has given away are left alone. */
export function renewReference(ids: readonly string[], organisation: OrganisationReference): Promise<number> {
  return appeals.update(
    { _id: command.in([...ids]), 'organisation.id': organisation.id },
    { organisation: command.set(organisation) },
  )
}
