import type { Appeal } from '../../domain/appeal/appeal.ts'
import { appeals } from './appeals.ts'
import { command } from './collection.ts'

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
