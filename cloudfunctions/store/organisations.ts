import type { OrganisationKind } from '../../domain/people/roles.ts'
import type { Organisation } from '../../domain/place/organisation.ts'
import { collection, command, type Where } from './collection.ts'

export const organisations = collection<Organisation>('organisations')

/** The organisations with these ids that exist, in no order. */
export function organisationsById(ids: string[]): Promise<Organisation[]> {
  return organisations.find({ where: { _id: command.in(ids) }, limit: ids.length })
}

/** Those of a kind below an organisation, by id; a street has at most a few dozen communities. */
export function organisationsBelow(
  parentId: string,
  kinds: readonly OrganisationKind[],
): Promise<Organisation[]> {
  return organisations.find({
    where: { parentId, kind: command.in([...kinds]), active: true },
    sort: [['_id', 'asc']],
    limit: 500,
  })
}

export function organisationsOfKind(kind: OrganisationKind, limit: number): Promise<Organisation[]> {
  return organisations.find({ where: { kind, active: true }, sort: [['_id', 'asc']], limit })
}

/** Organisations with the text anywhere in their name: a prefix search along the stored suffixes. */
export function organisationsNamed(
  text: string,
  limit: number,
  kind?: OrganisationKind,
): Promise<Organisation[]> {
  const where: Where = { suffixes: command.elemMatch(startsWith(text)), active: true }
  return organisations.find({ where: kind ? { ...where, kind } : where, limit })
}

// As a range, not a pattern: an index serves it everywhere, and what people type is never part of a pattern.
// In raw operators, because the SDK's elemMatch doesn't encode a command inside it.
const startsWith = (text: string) => ({ $gte: text, $lt: `${text}\uffff` })
