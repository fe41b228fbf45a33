import { type Details, storedDetail } from '../../../domain/place/details.ts'
import { unsettledBy } from '../../../domain/place/edits.ts'
import { nameKeys } from '../../../domain/place/nameKeys.ts'
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

async function renamed(organisation: Organisation, name: string): Promise<Partial<Organisation>> {
  const total = 1 + (await countBelow(organisation._id))
  const found = searchable(name, await speller())
  const keys = nameKeys({ ...organisation, ...found })
  return { name, ...found, nameKeys: keys, unsettled: unsettledBy('rename', total) }
}
