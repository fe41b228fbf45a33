import type { Appeal } from '../../domain/appeal/appeal.ts'
import type { Decision } from '../../domain/appeal/decisions.ts'
import { collection, command, type Where } from './collection.ts'
import { after, type Cursor } from './cursor.ts'

export const appeals = collection<Appeal>('appeals')

/** An appeal as lists see it: without its log and the full text. */
export type AppealSummary = Omit<
  Appeal,
  'events' | 'outbox' | 'causes' | 'text' | 'photos' | 'voice' | 'relief' | 'reliefCase' | 'keys'
>
/** What lists don't show. */
export const unlisted = [
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

/** How many others are handled with one that was merged into another: its parent, and who else was merged into that. */
export async function togetherWith(parentId: string): Promise<number> {
  const [parent] = await appeals.find({ where: { _id: parentId }, limit: 1, without: unlisted })
  return parent?.children ?? 0
}

/** Of a person who had everything about them deleted: what they asked is handled to its end, and they are told nothing. */
export async function leaveUntold(reporterId: string): Promise<void> {
  await appeals.update({ reporterId }, { gone: reporterId })
}

/** How many follow an appeal now. */
export const countChildren = (parentId: string): Promise<number> =>
  appeals.count({ 'parent.id': parentId, state: 'merged' })

/** What dispatchers of a city gave another category, newest first; never what is confidential. */
export function correctedAppeals(city: string, from: Cursor | undefined, limit: number): Promise<Appeal[]> {
  const where = { city, confidential: false, 'corrected.at': command.gt(0) }
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
