import type { OrganisationKind } from '../../domain/people/roles.ts'
import { nameKey } from '../../domain/place/nameKeys.ts'
import type { ListedOrganisation, Organisation } from '../../domain/place/organisation.ts'
import { collection, command, type Where } from './collection.ts'

export const organisations = collection<Organisation>('organisations')

/** An organisation, or who has taken over all that it had: what people remember by its id goes on there. */
export async function organisationOrHeir(id: string): Promise<Organisation | undefined> {
  const organisation = await organisations.get(id)
  return organisation?.mergedInto ? organisationOrHeir(organisation.mergedInto.id) : organisation
}

/** The organisations with these ids that exist, in no order. */
export function organisationsById(ids: string[]): Promise<Organisation[]> {
  return organisations.find({ where: { _id: command.in(ids) }, limit: ids.length })
}

/** What routing must be told of (bodies.ts, Needs): the organisations with these ids, and departments of these areas. */
export async function organisationsNeeded({
  ids,
  departmentsIn,
}: {
  ids: readonly string[]
  departmentsIn: readonly string[]
}): Promise<ListedOrganisation[]> {
  const groups = (all: readonly string[]) =>
    Array.from({ length: Math.ceil(all.length / 500) }, (_, group) =>
      all.slice(group * 500, (group + 1) * 500),
    )
  const wanted = [
    ...groups(ids).map((some) => ({ _id: command.in(some) })),
    ...groups(departmentsIn).map((some) => ({
      parentId: command.in(some),
      kind: 'department',
      active: true,
    })),
  ]
  const found = await Promise.all(
    wanted.map((where) => organisations.find({ where, limit: 1000, without: unlisted })),
  )
  return found.flat()
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

interface Named {
  kind?: OrganisationKind | undefined
  active?: boolean
}

/** Organisations with the text anywhere in their name or its pinyin: a prefix search along the stored suffixes. */
export function organisationsNamed(
  text: string,
  limit: number,
  { kind, active = true }: Named = {},
): Promise<ListedOrganisation[]> {
  const where: Where = { suffixes: command.elemMatch(startsWith(text)), active }
  return organisations.find({ where: kind ? { ...where, kind } : where, limit, without: unlisted })
}

/** The same among those in an area, active or closed: along keys that hold all three. */
export function organisationsNamedIn(
  area: string,
  text: string,
  limit: number,
  { kind, active = true }: Named,
): Promise<ListedOrganisation[]> {
  const where: Where = { nameKeys: command.elemMatch(startsWith(nameKey(area, active, text))) }
  return organisations.find({ where: kind ? { ...where, kind } : where, limit, without: unlisted })
}

// As a range, not a pattern: an index serves it everywhere, and what people type is never part of a pattern.
// In raw operators, because the SDK's elemMatch doesn't encode a command inside it.
const startsWith = (text: string) => ({ $gte: text, $lt: `${text}\uffff` })

const unlisted = ['suffixes', 'nameKeys', 'boundary'] as const

/** Those directly below an organisation, active or closed, by id from `after` on. */
export function childrenOf(
  parentId: string,
  { active = true, kind }: Named,
  after: string,
  limit: number,
): Promise<ListedOrganisation[]> {
  const where: Where = { parentId, active, _id: command.gt(after) }
  return organisations.find({
    where: kind ? { ...where, kind } : where,
    sort: [['_id', 'asc']],
    limit,
    without: unlisted,
  })
}

/** Active teams directly below any of these, by id from `after` on. */
export const teamsUnder = (parentIds: readonly string[], after: string, limit: number) =>
  activeOf('team', { parentId: command.in([...parentIds]) }, after, limit)

/** Active merchants directly below any of these, by id from `after` on. */
export const merchantsUnder = (parentIds: readonly string[], after: string, limit: number) =>
  activeOf('merchant', { parentId: command.in([...parentIds]) }, after, limit)

/** All active merchants, by id from `after` on: an installation serves one city. */
export const merchantsOfCity = (after: string, limit: number) => activeOf('merchant', {}, after, limit)

function activeOf(
  kind: OrganisationKind,
  where: Where,
  after: string,
  limit: number,
): Promise<ListedOrganisation[]> {
  return organisations.find({
    where: { ...where, kind, active: true, _id: command.gt(after) },
    sort: [['_id', 'asc']],
    limit,
    without: unlisted,
  })
}

/** How many active organisations stand directly below one. */
export function countChildren(parentId: string, kinds?: readonly OrganisationKind[]): Promise<number> {
  const where = { parentId, active: true }
  return organisations.count(kinds ? { ...where, kind: command.in([...kinds]) } : where)
}

/** All below an organisation, however far, by id from `after` on; closed ones too. */
export function allBelow(rootId: string, after: string, limit: number): Promise<ListedOrganisation[]> {
  return organisations.find({
    where: { ancestors: rootId, _id: command.gt(after) },
    sort: [['_id', 'asc']],
    limit,
    without: unlisted,
  })
}

/** The same with what they are found by, for those who change it. */
export function allBelowWithKeys(rootId: string, after: string, limit: number): Promise<KeyedOrganisation[]> {
  return organisations.find({
    where: { ancestors: rootId, _id: command.gt(after) },
    sort: [['_id', 'asc']],
    limit,
    without: ['boundary'],
  })
}

/** An organisation with what it is found by, without its boundary. */
export type KeyedOrganisation = Omit<Organisation, 'boundary'>

export const countBelow = (rootId: string): Promise<number> => organisations.count({ ancestors: rootId })

/** Active organisations below these parents whose name ends with one of these texts. */
export function namesakes(
  parentIds: readonly string[],
  typed: readonly string[],
): Promise<ListedOrganisation[]> {
  return organisations.find({
    where: { suffixes: command.in([...typed]), parentId: command.in([...parentIds]), active: true },
    limit: 1000,
    without: unlisted,
  })
}

/** Active communities whose centres lie in these cells. */
export function communitiesIn(cells: readonly string[]): Promise<ListedOrganisation[]> {
  return organisations.find({
    where: { cell: command.in([...cells]), kind: 'community', active: true },
    limit: 1000,
    without: unlisted,
  })
}

/** A change of an organisation for the database: objects are set as a whole, null takes a field away. */
export function organisationChange(fields: Partial<Record<keyof Organisation, unknown>>): Where {
  const stored = (value: unknown) => {
    if (value === null) return command.remove()
    return typeof value === 'object' ? command.set(value as object) : value
  }
  return Object.fromEntries(
    Object.entries(fields)
      .filter(([, value]) => value !== undefined)
      .map(([field, value]) => [field, nullable.has(field) ? value : stored(value)]),
  )
}

// Null says something in these: there is nobody above.
const nullable: ReadonlySet<string> = new Set(['parentId', 'catchAllId'])
