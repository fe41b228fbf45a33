import type { TaskKind } from '../../domain/task/kinds.ts'
import { type Claim, derived, type ListedTask, type Task } from '../../domain/task/task.ts'
import { collection, command, type Where } from './collection.ts'
import { after, type Cursor } from './cursor.ts'

export const tasks = collection<Task>('tasks')

// Lists are small: who has a place and what was said is read with the task itself.
const unlisted = [
  'claims',
  'waiting',
  'log',
  'secret',
  'pairs',
  'causes',
  'misses',
  'fresh',
  'outbox',
  'cards',
  'done',
] as const

/**
 * Puts a decided task in place of the one that was read; false, and nothing saved, when it changed meanwhile. What is
 * decided holds for the very turn that was read.
 */
export async function saveTask({ _id, turn }: Task, decided: Task): Promise<boolean> {
  const { _id: _, turn: __, ...fields } = decided
  // An object must be set as a whole: it would be merged into the one that stands there, and fails where null stands.
  const change = Object.fromEntries(
    Object.entries(fields).map(([field, value]) => [
      field,
      value !== null && typeof value === 'object' && !Array.isArray(value) ? command.set(value) : value,
    ]),
  )
  return (await tasks.update({ _id, turn }, { ...change, turn: turn + 1 })) === 1
}

/**
 * Takes a free place in one conditional update: however many tap at once, exactly as many have one as there are places,
 * and nobody tries again. False when none was free, it is over, or they have one already.
 */
export async function takePlace(task: Task, claim: Claim, now: number): Promise<boolean> {
  const { tickAt } = derived({
    ...task,
    free: task.free - 1,
    claims: [...task.claims, claim],
    fresh: [claim.personId],
  })
  const changed = await tasks.update(
    {
      _id: task._id,
      phase: 'published',
      free: command.gt(0),
      to: command.gt(now),
      holders: command.nin([claim.personId]),
      // What was decided about the window held for this one.
      version: task.version,
    },
    {
      free: command.inc(-1),
      claims: command.push([claim]),
      holders: command.push([claim.personId]),
      involved: command.push([claim.personId]),
      fresh: command.push([claim.personId]),
      busy: command.push([claim.personId]),
      tickAt: command.min(tickAt),
      updatedAt: now,
      turn: command.inc(1),
    },
  )
  return changed === 1
}

/** A task, and the others of somebody that are not over: one look, so that overlaps are found with it. */
export async function taskAndEngagements(
  id: string,
  personId: string,
): Promise<{ task: Task | undefined; others: Task[] }> {
  const found = await tasks.find({
    where: { busy: command.in([id, personId]) },
    limit: 100,
    without: ['log'],
  })
  // Its own id stands in `busy` of a task as long as it exists.
  return { task: found.find(({ _id }) => _id === id), others: found.filter(({ _id }) => _id !== id) }
}

/** What somebody has a place of that is not over. */
export const tasksBusyWith = (personId: string): Promise<Task[]> =>
  tasks.find({ where: { busy: personId }, limit: 100, without: ['log'] })

/** What is shown within some cells and not over, soonest end first. */
export function tasksNear(cells: string[], now: number, kind: TaskKind | undefined, limit: number) {
  return listed(
    { cell: command.in(cells), listed: true, to: command.gt(now), ...(kind && { kind }) },
    'to',
    undefined,
    limit,
  )
}

/** What some organisations have published, soonest first. */
export const tasksOfAreas = (
  ids: string[],
  kind: TaskKind | undefined,
  from: Cursor | undefined,
  limit: number,
) => listed({ 'organisation.id': command.in(ids), listed: true, ...(kind && { kind }) }, 'from', from, limit)

/** What some teams are asked for, soonest first. */
export const tasksOfTeams = (
  ids: string[],
  kind: TaskKind | undefined,
  from: Cursor | undefined,
  limit: number,
) => listed({ 'team.id': command.in(ids), listed: true, ...(kind && { kind }) }, 'from', from, limit)

/** A task with who has its places, and no more of them than a list shows. */
export type TaskWithClaims = ListedTask & { claims: Pick<Claim, 'personId' | 'name' | 'state'>[] }

/** What somebody has or had a place of, or waits for, the last one first; with how far they have come. */
export const tasksInvolving = (
  personId: string,
  isListed: boolean,
  from: Cursor | undefined,
  limit: number,
): Promise<TaskWithClaims[]> => withClaims({ involved: personId, listed: isListed }, from, limit)

/** What an organisation and all below it have, newest first; with who has come. */
export const tasksOnBoard = (
  scope: string,
  phase: Where,
  from: Cursor | undefined,
  limit: number,
): Promise<TaskWithClaims[]> => withClaims({ scopes: scope, ...phase }, from, limit)

function withClaims(where: Where, from: Cursor | undefined, limit: number): Promise<TaskWithClaims[]> {
  return tasks.find({
    where: from ? after(where, ['from', 'desc'], from) : where,
    sort: [
      ['from', 'desc'],
      ['_id', 'desc'],
    ],
    limit,
    without: [...unlisted.filter((field) => field !== 'claims'), ...unshown],
  })
}
const unshown = ['steps', 'proof', 'checkIn', 'verdict', 'spot'].map((field) => `claims.${field}`)

async function listed(
  where: Where,
  field: 'from' | 'to',
  from: Cursor | undefined,
  limit: number,
): Promise<ListedTask[]> {
  return tasks.find({
    where: from ? after(where, [field, 'asc'], from) : where,
    sort: [
      [field, 'asc'],
      ['_id', 'asc'],
    ],
    limit,
    without: unlisted,
  })
}

export type DoneTask = Pick<Task, '_id' | 'title' | 'kind' | 'from' | 'to' | 'organisation' | 'done'>

/** What somebody did and was verified, the last one first. */
export const tasksDone = (personId: string, from: Cursor | undefined, limit: number): Promise<DoneTask[]> =>
  done(personId, from, limit, ['title', 'kind', 'from', 'to', 'organisation', 'done'])

/** All that somebody ever did: when, and for how long. */
export async function allDoneBy(personId: string): Promise<Pick<Task, '_id' | 'from' | 'done'>[]> {
  const all: Pick<Task, '_id' | 'from' | 'done'>[] = []
  for (let from: Cursor | undefined; ; ) {
    const found = await done(personId, from, atOnce, ['from', 'done'])
    all.push(...found)
    const last = found.at(-1)
    if (found.length < atOnce || !last) return all
    from = [last.from, last._id]
  }
}
const atOnce = 500

const done = (personId: string, from: Cursor | undefined, limit: number, only: readonly (keyof Task)[]) => {
  const where = { 'done.personId': personId }
  return tasks.find({
    where: from ? after(where, ['from', 'desc'], from) : where,
    sort: [
      ['from', 'desc'],
      ['_id', 'desc'],
    ],
    limit,
    only,
  })
}

const toVerify = (organisationId: string, now: number) => ({
  'organisation.id': organisationId,
  proofAt: command.lte(now),
})

/** How many tasks an organisation has something to verify of, `most` at most. */
export const countToVerify = (organisationId: string, now: number, most: number): Promise<number> =>
  tasks.countUpTo(toVerify(organisationId, now), most)

/** What an organisation has to verify, what has waited longest first. */
export function tasksToVerify(
  organisationId: string,
  now: number,
  from: Cursor | undefined,
  limit: number,
): Promise<Task[]> {
  const where = toVerify(organisationId, now)
  return tasks.find({
    where: from ? after(where, ['proofAt', 'asc'], from) : where,
    sort: [
      ['proofAt', 'asc'],
      ['_id', 'asc'],
    ],
    limit,
    without: ['log', 'secret', 'pairs', 'outbox'],
  })
}

/** What a street has to look at again. */
export function tasksToSpotCheck(
  organisationId: string,
  from: Cursor | undefined,
  limit: number,
): Promise<Task[]> {
  const where = { spotFor: organisationId }
  return tasks.find({
    where: from ? after(where, ['from', 'asc'], from) : where,
    sort: [
      ['from', 'asc'],
      ['_id', 'asc'],
    ],
    limit,
    without: ['log', 'secret', 'pairs', 'outbox'],
  })
}

/** In how many tasks each of these marks of who verified whom stands (proving.ts, pairOf); absent: in none. */
export async function pairsAmong(pairs: string[]): Promise<Map<string, number>> {
  const counts = new Map<string, number>()
  if (pairs.length === 0) return counts
  const found = await tasks.find({ where: { pairs: command.in(pairs) }, limit: 200, only: ['pairs'] })
  const wanted = new Set(pairs)
  for (const pair of found.flatMap((task) => task.pairs))
    if (wanted.has(pair)) counts.set(pair, (counts.get(pair) ?? 0) + 1)
  return counts
}

/** What the timer must look at by a moment, what has waited longest first. */
export function dueTasks(now: number, limit: number): Promise<Task[]> {
  return tasks.find({
    where: { tickAt: command.lte(now) },
    sort: [
      ['tickAt', 'asc'],
      ['_id', 'asc'],
    ],
    limit,
  })
}

/** Lets the tasks of an organisation be its heir's, or its own under its new name or place. */
export async function renewTasks(formerId: string, organisation: Task['organisation']): Promise<void> {
  await tasks.update(
    { 'organisation.id': formerId },
    {
      organisation: command.set(organisation),
      scopes: [organisation.id, ...organisation.ancestors],
      turn: command.inc(1),
    },
  )
  // What is to be looked at again lies with the street that it is in now.
  const street = organisation.ancestors[0] ?? organisation.id
  await tasks.update({ 'organisation.id': organisation.id, spotFor: command.neq(null) }, { spotFor: street })
}
