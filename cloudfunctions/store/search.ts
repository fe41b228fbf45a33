import type { Appeal } from '../../domain/appeal/appeal.ts'
import type { Question, Way } from '../../domain/appeal/search/question.ts'
import { appeals } from './appeals.ts'
import { command, type Where } from './collection.ts'
import { after, type Cursor } from './cursor.ts'

/** An appeal as a search sees it: with its text, of which it may be found, without its log. */
export type Found = Omit<Appeal, (typeof unread)[number]>
const unread = ['events', 'outbox', 'photos', 'voice', 'relief', 'keys'] as const

/** Those with a number, whoever has them; of other years there may be others. */
export function appealsNumbered(number: string, limit: number): Promise<Found[]> {
  return appeals.find({ where: { number }, sort: [['_id', 'asc']], limit, without: unread })
}

/**
 * The next `limit` along the one index of a way, newest first (of what is late, what is due first). Nothing but that
 * index and when they were sent narrows what is read: so the database looks at no more than these.
 */
export function appealsAlong(
  way: Way,
  sent: Pick<Question, 'from' | 'until'>,
  now: number,
  from: Cursor | undefined,
  limit: number,
): Promise<Found[]> {
  const sort = way.by === 'late' ? (['dueAt', 'asc'] as const) : (['createdAt', 'desc'] as const)
  const where = way.by === 'late' ? along(way, now) : { ...along(way, now), ...sentWithin(sent) }
  return appeals.find({
    where: from ? after(where, sort, from) : where,
    sort: [sort, ['_id', sort[1]]],
    limit,
    without: unread,
  })
}

function along(way: Way, now: number): Where {
  switch (way.by) {
    case 'keys':
      return { keys: command.in(way.keys) }
    case 'responsible':
      return { 'responsible.personId': way.personId }
    case 'states':
      return { scopes: command.in([...way.scopes]), state: command.in([...way.states]) }
    case 'late':
      return { scopes: command.in([...way.scopes]), working: true, dueAt: command.lt(now) }
  }
}

function sentWithin({ from, until }: Pick<Question, 'from' | 'until'>): Where {
  const [first, second] = [
    from !== undefined && command.gte(from),
    until !== undefined && command.lt(until),
  ].filter((bound) => bound !== false)
  return first ? { createdAt: second ? first.and(second) : first } : {}
}

/** Appeals from before they had keys. */
export function appealsWithoutKeys(limit: number): Promise<Appeal[]> {
  return appeals.find({ where: { keys: command.exists(false) }, limit })
}

/** Appeals of an organisation with these ids, to write their keys anew. */
export function appealsHeld(ids: readonly string[], organisationId: string): Promise<Appeal[]> {
  const where = { _id: command.in([...ids]), 'organisation.id': organisationId }
  return appeals.find({ where, limit: ids.length, without: ['events', 'outbox', 'keys'] })
}

/** Writes what an appeal is found by; false when what that follows from was changed meanwhile. */
export async function saveKeys(
  { _id, organisation, category }: Appeal,
  found: { scopes: string[]; keys: string[] },
): Promise<boolean> {
  const where = { _id, 'organisation.id': organisation.id, category }
  const changed = await appeals.update(where, {
    scopes: command.set(found.scopes),
    keys: command.set(found.keys),
  })
  return changed > 0
}
