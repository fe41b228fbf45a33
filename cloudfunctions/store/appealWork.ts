import type { Appeal } from '../../domain/appeal/appeal.ts'
import type { AppealState } from '../../domain/appeal/states.ts'
import { type AppealSummary, appeals, listed, unlisted } from './appeals.ts'
import { command, type Query, type Where } from './collection.ts'
import type { Cursor } from './cursor.ts'

/** What waits at an organisation, by the clock that runs, what is late first; `from` and `until` bound that clock. */
export function workOf(
  organisationId: string,
  bounds: { state?: AppealState; from?: number; until?: number },
  after: Cursor | undefined,
  limit: number,
): Promise<AppealSummary[]> {
  return listed({ where: workWhere(organisationId, bounds), sort: ['dueAt', 'asc'], after, limit })
}

/** What an organisation has handed back to the person or finished, newest first. */
export function doneOf(
  organisationId: string,
  after: Cursor | undefined,
  limit: number,
): Promise<AppealSummary[]> {
  return listed({
    where: { 'organisation.id': organisationId, working: false },
    sort: ['updatedAt', 'desc'],
    after,
    limit,
  })
}

/** The clocks and states of what waits at an organisation, what is due first on top. */
export function dueFirst(
  organisationId: string,
  limit: number,
): Promise<Pick<Appeal, '_id' | 'dueAt' | 'state'>[]> {
  return appeals.find({ ...byDue(workWhere(organisationId, {})), limit, only: ['dueAt', 'state'] })
}

/** How much waits at an organisation. */
export function countWork(
  organisationId: string,
  bounds: { state?: AppealState; from?: number; until?: number },
): Promise<number> {
  return appeals.count(workWhere(organisationId, bounds))
}

/** What a person is responsible for under an organisation, what is due first on top. */
export function heldBy(
  personId: string,
  organisationId: string,
  bounds: { until?: number },
  after: Cursor | undefined,
  limit: number,
): Promise<AppealSummary[]> {
  return listed({ where: heldWhere(personId, organisationId, bounds), sort: ['dueAt', 'asc'], after, limit })
}

/** The same as lists see it, and with its photos: for the first of them to be shown. */
export type Pictured = AppealSummary & Pick<Appeal, 'photos'>
const unpictured = unlisted.filter((field) => field !== 'photos')

/** What waits at an organisation, what is due first on top. */
export function waitingAt(organisationId: string, limit: number): Promise<Pictured[]> {
  return appeals.find({ ...byDue(workWhere(organisationId, {})), limit, without: unpictured })
}

/** The urgent one that nobody has taken and that is due first at an organisation. */
export async function mostUrgent(organisationId: string): Promise<Pictured | undefined> {
  const where = {
    'organisation.id': organisationId,
    urgency: 'urgent',
    state: command.in(['dispatched', 'submitted']),
  }
  return (await appeals.find({ ...byDue(where), limit: 1, without: unpictured }))[0]
}

const byDue = (where: Where): Pick<Query, 'where' | 'sort'> => ({
  where,
  sort: [
    ['dueAt', 'asc'],
    ['_id', 'asc'],
  ],
})

function workWhere(organisationId: string, { state, ...bounds }: Bounds & { state?: AppealState }): Where {
  return {
    'organisation.id': organisationId,
    ...(state ? { state } : { working: true }),
    ...dueWithin(bounds),
  }
}

function heldWhere(personId: string, organisationId: string, bounds: Bounds): Where {
  return {
    'responsible.personId': personId,
    'organisation.id': organisationId,
    working: true,
    ...dueWithin(bounds),
  }
}

interface Bounds {
  from?: number
  until?: number
}

function dueWithin({ from, until }: Bounds): Where {
  const [first, second] = [
    from !== undefined && command.gte(from),
    until !== undefined && command.lt(until),
  ].filter((bound) => bound !== false)
  return first ? { dueAt: second ? first.and(second) : first } : {}
}
