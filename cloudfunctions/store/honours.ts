import { nextTick } from '../../domain/honour/deciding.ts'
import type { Honour, HonourState } from '../../domain/honour/honour.ts'
import { honourNotices } from '../../domain/honour/telling.ts'
import { collection, command } from './collection.ts'
import { after, type Cursor } from './cursor.ts'
import { deliver } from './notices.ts'

/** Nominations and honours with their logs. */
export const honours = collection<Honour>('honours')

/** Those in a state that everybody may see, newest first; without what deciders alone see. */
export function publicHonours(
  state: HonourState,
  from: Cursor | undefined,
  limit: number,
): Promise<Omit<Honour, 'objections' | 'log' | 'outbox'>[]> {
  const where = { state }
  return honours.find({
    where: from ? after(where, ['publishedAt', 'desc'], from) : where,
    sort: [
      ['publishedAt', 'desc'],
      ['_id', 'desc'],
    ],
    limit,
    without: ['objections', 'log', 'outbox'],
  })
}

/** A person's own, newest first. */
export function honoursOf(personId: string, from: Cursor | undefined, limit: number): Promise<Honour[]> {
  const where = { personId }
  return honours.find({
    where: from ? after(where, ['createdAt', 'desc'], from) : where,
    sort: [
      ['createdAt', 'desc'],
      ['_id', 'desc'],
    ],
    limit,
  })
}

/** Those of an organisation and of all below it in a state, what has waited longest first. */
export function honoursAt(
  scope: string,
  state: HonourState,
  from: Cursor | undefined,
  limit: number,
): Promise<Honour[]> {
  const where = { scopes: scope, state }
  return honours.find({
    where: from ? after(where, ['createdAt', 'asc'], from) : where,
    sort: [
      ['createdAt', 'asc'],
      ['_id', 'asc'],
    ],
    limit,
  })
}

/** How many there are in any of some states, `most` at most. */
export const countHonoursAt = (scope: string, states: HonourState[], most: number): Promise<number> =>
  honours.countUpTo({ scopes: scope, state: command.in(states) }, most)

/** What the timer must look at: news that were not told, notices that have ended. */
export function dueHonours(now: number, limit: number): Promise<Honour[]> {
  return honours.find({
    where: { tickAt: command.lte(now) },
    sort: [
      ['tickAt', 'asc'],
      ['_id', 'asc'],
    ],
    limit,
  })
}

/** Saves what a step made of an honour; false when somebody changed it meanwhile. */
export async function saveHonour({ version }: Pick<Honour, 'version'>, after: Honour): Promise<boolean> {
  const { _id, organisation, facts, ...fields } = after
  return (await honours.update({ _id, version }, fields)) === 1
}

/** Tells whom the outbox names; done twice, they are told once. */
export async function settleHonour(honour: Honour): Promise<void> {
  await deliver(honourNotices(honour))
  await honours.update({ _id: honour._id, version: honour.version }, { outbox: [], tickAt: nextTick(honour) })
}

/** Lets what is not decided at an organisation be its heir's. */
export async function renewHonours(
  formerId: string,
  { _id, name, ancestors }: { _id: string; name: string; ancestors: string[] },
): Promise<void> {
  await honours.update(
    {
      scopes: formerId,
      state: command.in(['proposed', 'notice', 'contested'] satisfies HonourState[]),
      'organisation.id': formerId,
    },
    { organisation: command.set({ id: _id, name }), scopes: [_id, ...ancestors], version: command.inc(1) },
  )
}
