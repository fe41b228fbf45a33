import type { Appeal } from '../../domain/appeal/appeal.ts'
import type { Decision } from '../../domain/appeal/decisions.ts'
import type { AppealState } from '../../domain/appeal/states.ts'
import type { OrganisationReference } from '../../domain/place/organisation.ts'
import { collection, command, type Where } from './collection.ts'
import { after, type Cursor } from './cursor.ts'

export const appeals = collection<Appeal>('appeals')

/** An appeal as lists see it: without its log and the full text. */
export type AppealSummary = Omit<
  Appeal,
  'events' | 'outbox' | 'causes' | 'text' | 'photos' | 'voice' | 'relief' | 'reliefCase' | 'keys'
>
const unlisted = [
  'events',
  'outbox',
  'causes',
  'text',
  'photos',
  'voice',
  'relief',
  'reliefCase',
  'keys',
] as const

/**
 * Saves a step: state, event, whom to tell and version in one conditional update, so that of two writers who saw the
 * same version one gets false and is told what happened.
 */
export async function saveStep(appeal: Appeal, decision: Decision): Promise<boolean> {
  return (await appeals.update({ _id: appeal._id, version: appeal.version }, stepChange(decision))) === 1
}

/** The same for a transaction, where two appeals take a step together. */
export function stepChange({ patch, event, tell, pay }: Decision): Record<string, unknown> {
  return {
    ...replacing(patch),
    version: command.inc(1),
    events: command.push([event]),
    ...(tell.length > 0 && { outbox: command.push([...tell]) }),
    ...(pay.length > 0 && { causes: command.push([...pay]) }),
  }
}

// An update merges objects field by field, and fails where null stands: an object must be set as a whole.
function replacing(patch: Decision['patch']): Record<string, unknown> {
  const whole = (value: unknown) => (typeof value === 'object' && value !== null ? command.set(value) : value)
  return Object.fromEntries(Object.entries(patch).map(([field, value]) => [field, whole(value)]))
}

export interface List {
  where: Where
  sort: readonly [field: 'createdAt' | 'dueAt' | 'updatedAt' | 'resolvedAt', order: 'asc' | 'desc']
  after: Cursor | undefined
  limit: number
}

/** One page of a list along its index, without what rows don't show. */
export function listed({ where, sort, after: from, limit }: List): Promise<AppealSummary[]> {
  return appeals.find({
    where: from ? after(where, sort, from) : where,
    sort: [sort, ['_id', sort[1]]],
    limit,
    without: unlisted,
  })
}

/** The same of all times, with their logs. */
export function wholeAppealsOfCity(city: string, from: Cursor | undefined, limit: number): Promise<Appeal[]> {
  return appeals.find({
    where: from ? after({ city }, ['createdAt', 'desc'], from) : { city },
    sort: [
      ['createdAt', 'desc'],
      ['_id', 'desc'],
    ],
    limit,
  })
}

/** What was asked in a city since a moment, newest first. */
export function appealsOfCity(
  city: string,
  since: number,
  after: Cursor | undefined,
  limit: number,
): Promise<AppealSummary[]> {
  const where = { city, createdAt: command.gte(since) }
  return listed({ where, sort: ['createdAt', 'desc'], after, limit })
}

/** What a person sent, newest first. */
export function appealsOf(
  reporterId: string,
  which: 'all' | 'open' | 'finished',
  after: Cursor | undefined,
  limit: number,
): Promise<AppealSummary[]> {
  const where = which === 'all' ? { reporterId } : { reporterId, open: which === 'open' }
  return listed({ where, sort: ['createdAt', 'desc'], after, limit })
}

/** The same with their logs, for the person's own copy. */
export function wholeAppealsOf(
  reporterId: string,
  from: Cursor | undefined,
  limit: number,
): Promise<Appeal[]> {
  const where = { reporterId }
  return appeals.find({
    where: from ? after(where, ['createdAt', 'desc'], from) : where,
    sort: [
      ['createdAt', 'desc'],
      ['_id', 'desc'],
    ],
    limit,
  })
}

/** What a person filed for others, newest first. */
export function appealsFiledBy(
  personId: string,
  after: Cursor | undefined,
  limit: number,
): Promise<AppealSummary[]> {
  return listed({ where: { 'filedBy.personId': personId }, sort: ['createdAt', 'desc'], after, limit })
}

/** The appeals with these ids that exist, with their logs; in no order. */
export function appealsById(ids: readonly string[]): Promise<Appeal[]> {
  return appeals.find({ where: { _id: command.in([...ids]) }, limit: ids.length })
}

/** Appeals of a project, newest first. */
export function appealsOfProject(
  projectId: string,
  after: Cursor | undefined,
  limit: number,
): Promise<AppealSummary[]> {
  return listed({ where: { 'project.id': projectId }, sort: ['createdAt', 'desc'], after, limit })
}

/** Appeals with the number that people quote: mostly one. */
export function appealsNumbered(number: string): Promise<AppealSummary[]> {
  return appeals.find({ where: { number }, limit: 5, without: unlisted })
}

/** What an organisation helps with and has not finished, what is due first on top. */
export function helpedBy(organisationId: string, limit: number): Promise<AppealSummary[]> {
  return listed({ where: { helperIds: organisationId }, sort: ['dueAt', 'asc'], after: undefined, limit })
}

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
  return appeals.find({
    where: workWhere(organisationId, {}),
    sort: [
      ['dueAt', 'asc'],
      ['_id', 'asc'],
    ],
    limit,
    only: ['dueAt', 'state'],
  })
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

export function countHeld(personId: string, organisationId: string): Promise<number> {
  return appeals.count(heldWhere(personId, organisationId, {}))
}

/** The urgent one in a state that is due first at an organisation, with its photos. */
export async function mostUrgent(organisationId: string, state: AppealState): Promise<Appeal | undefined> {
  const [first] = await appeals.find({
    where: { 'organisation.id': organisationId, urgency: 'urgent', state },
    sort: [
      ['dueAt', 'asc'],
      ['_id', 'asc'],
    ],
    limit: 1,
  })
  return first
}

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

/** What the timer must look at by a moment, what has waited longest first; with logs. */
export function dueTicks(now: number, limit: number): Promise<Appeal[]> {
  return appeals.find({
    where: { tickAt: command.lte(now) },
    sort: [
      ['tickAt', 'asc'],
      ['_id', 'asc'],
    ],
    limit,
  })
}

/** Those that follow an appeal, with their logs. */
export function childrenOf(parentId: string, limit: number): Promise<Appeal[]> {
  return appeals.find({
    where: { 'parent.id': parentId, state: 'merged' },
    sort: [['_id', 'asc']],
    limit,
  })
}

/** How many others are handled with one that was merged into another: its parent, and who else was merged into that. */
export async function togetherWith(parentId: string): Promise<number> {
  const [parent] = await appeals.find({ where: { _id: parentId }, limit: 1, without: unlisted })
  return parent?.children ?? 0
}

/**
 * Writes down that the timer has told and counted all that an appeal asked for; false when somebody took a step
 * meanwhile: then it is looked at again.
 */
export async function settleTick(
  { _id, version }: Appeal,
  { loaded, tickAt }: Pick<Appeal, 'loaded' | 'tickAt'>,
): Promise<boolean> {
  const changed = await appeals.update(
    { _id, version },
    { outbox: command.set([]), causes: command.set([]), loaded: command.set(loaded), tickAt },
  )
  return changed === 1
}

/** Puts off what the timer failed at, so that it does not stand in the way of the others. */
export async function putOff(id: string, tickAt: number): Promise<void> {
  await appeals.update({ _id: id }, { tickAt })
}

/** Takes the person's identity out of an appeal that ended long ago; the chain of its log stands (domain/appeal/forget.ts). */
export async function saveForgotten({ _id, version }: Appeal, forgotten: Partial<Appeal>): Promise<boolean> {
  const change = Object.fromEntries(
    Object.entries(forgotten).map(([field, value]) => [
      field,
      typeof value === 'object' ? command.set(value as object) : value,
    ]),
  )
  return (await appeals.update({ _id, version }, change)) === 1
}
/** What dispatchers gave another category, newest first; never what is confidential. */
export function correctedAppeals(from: Cursor | undefined, limit: number): Promise<Appeal[]> {
  const where = { confidential: false, 'corrected.at': command.gt(0) }
  return appeals.find({
    where: from ? after(where, ['corrected.at', 'desc'], from) : where,
    sort: [
      ['corrected.at', 'desc'],
      ['_id', 'desc'],
    ],
    limit,
    without: ['events', 'photos', 'relief', 'keys'],
  })
}
