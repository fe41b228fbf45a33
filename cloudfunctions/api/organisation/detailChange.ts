import { type Details, storedDetail } from '../../../domain/place/details.ts'
import { unsettledBy } from '../../../domain/place/edits.ts'
import { type Organisation, searchable } from '../../../domain/place/organisation.ts'
import { countBelow, organisationChange } from '../../store/organisations.ts'
import { speller } from './speller.ts'

/** What is stored for details that differ. A new name leaves work behind: others remember the old one. */
export async function detailChange(
  organisation: Organisation,
  details: Details,
  fields: readonly (keyof Details)[],
): Promise<Record<string, unknown>> {
  const change: Record<string, unknown> = {}
  for (const field of fields)
    Object.assign(
      change,
      field === 'name' ? await renamed(organisation, details.name ?? '') : storedDetail(field, details),
    )
  return organisationChange(change)
}

async function renamed({ _id }: Organisation, name: string): Promise<Partial<Organisation>> {
  const total = 1 + (await countBelow(_id))
  return { name, ...searchable(name, await speller()), unsettled: unsettledBy('rename', total) }
}
