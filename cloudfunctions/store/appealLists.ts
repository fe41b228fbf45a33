import type { Appeal } from '../../domain/appeal/appeal.ts'
import type { Category } from '../../domain/appeal/categories.ts'
import { limits } from '../../domain/appeal/limits.ts'
import type { Kind } from '../../domain/appeal/names.ts'
import { similarRead } from '../../domain/appeal/similar.ts'
import type { Hat } from '../../domain/people/roles.ts'
import { areaSeenFrom } from '../../domain/place/organisation.ts'
import { type AppealSummary, appeals, type List, listed } from './appeals.ts'
import { command, type Where } from './collection.ts'
import type { Cursor } from './cursor.ts'

/** What an organisation helps with and has not finished, by the clock of those who have it. */
export function helpedBy(
  organisationId: string,
  after: Cursor | undefined,
  limit: number,
): Promise<AppealSummary[]> {
  return listed({ where: { helperIds: organisationId, working: true }, sort: ['dueAt', 'asc'], after, limit })
}

/** What an organisation names a person for and nobody has taken yet, what is due first on top. */
export function namedFor(
  personId: string,
  organisationId: string,
  after: Cursor | undefined,
  limit: number,
): Promise<AppealSummary[]> {
  const where = { 'named.personId': personId, 'organisation.id': organisationId }
  return together(
    (['submitted', 'dispatched'] as const).map((state) => ({ ...where, state })),
    { sort: ['dueAt', 'asc'], after, limit },
  )
}

/**
 * What waits for its person's word at an organisation or in its area, resolved longest ago first; without what somebody
 * resolved or asked for themselves, and without those who could not be reached often enough.
 */
export function toFollowUp(
  personId: string,
  { organisation }: Hat,
  after: Cursor | undefined,
  limit: number,
): Promise<AppealSummary[]> {
  const where = {
    state: 'resolved',
    followUps: command.lt(limits.followUps),
    'responsible.personId': command.neq(personId),
    reporterId: command.neq(personId),
  }
  const area = areaSeenFrom(organisation)
  const wheres: Where[] = [
    { ...where, 'organisation.id': organisation.id },
    ...(area === undefined ? [] : [{ ...where, 'organisation.ancestors': area }]),
  ]
  return together(wheres, { sort: ['resolvedAt', 'asc'], after, limit })
}

/** Open ones of one kind and category at one place, newest first. */
export function alike(
  { place, category, kind }: { place: { area: string }; category: Category; kind: Kind },
  limit: number,
): Promise<AppealSummary[]> {
  const where = { 'place.area': place.area, category, kind, open: true }
  return listed({ where, sort: ['createdAt', 'desc'], after: undefined, limit })
}

/** Of snaps of a category, what is being worked on in some cells since a moment, newest first; with photos. */
export function snapsIn(
  cells: readonly string[],
  category: Category,
  since: number,
): Promise<(AppealSummary & Pick<Appeal, 'photos'>)[]> {
  return appeals.find({
    where: {
      'place.cell': command.in([...cells]),
      kind: 'snap',
      category,
      working: true,
      createdAt: command.gte(since),
    },
    sort: [
      ['createdAt', 'desc'],
      ['_id', 'desc'],
    ],
    limit: similarRead,
    without: ['events', 'outbox', 'text', 'voice', 'relief'],
  })
}

/** Those that people quote by a number; it is for reading, so there may be several. */
export function numbered(number: string, limit: number): Promise<AppealSummary[]> {
  return appeals.find({ where: { number }, limit, without: ['events', 'outbox', 'text', 'photos', 'relief'] })
}

/** One page out of several lists of one order, each along its index; what stands in two of them comes once. */
async function together(wheres: Where[], list: Omit<List, 'where'>): Promise<AppealSummary[]> {
  const pages = await Promise.all(wheres.map((where) => listed({ ...list, where })))
  const [field] = list.sort
  const value = (appeal: Pick<Appeal, typeof field>) => appeal[field] ?? 0
  return [...new Map(pages.flat().map((appeal) => [appeal._id, appeal])).values()]
    .sort((a, b) => value(a) - value(b) || (a._id < b._id ? -1 : 1))
    .slice(0, list.limit)
}
