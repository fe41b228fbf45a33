import type { Appeal } from '../../domain/appeal/appeal.ts'
import type { Payable } from '../../domain/points/cause.ts'
import type { Safety } from '../../domain/safety/safety.ts'
import { shownCell } from '../../domain/safety/seeing.ts'
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
 * Writes down that the timer has told and counted all that an appeal asked for, and what it has given to the content
 * check; what it asked to be paid stays (`settleCauses`). False when somebody took a step meanwhile, or the check said something: then it is looked at again.
 */
export async function settleTick(
  appeal: Appeal,
  { loaded, tickAt, safety }: Pick<Appeal, 'loaded' | 'tickAt'> & { safety: Safety },
): Promise<boolean> {
  const changed = await appeals.update(asChecked(appeal), {
    outbox: command.set([]),
    loaded: command.set(loaded),
    tickAt,
    ...checkedChange(appeal, safety),
  })
  return changed === 1
}

/**
 * Writes down which payments of an appeal are left, and when to look at it next. Nothing where somebody took a step since
 * it was settled, or wants it looked at sooner than `resting` says: then it is, and what was paid is not paid again.
 */
export async function settleCauses(
  { _id, version }: Appeal,
  resting: number,
  left: readonly Payable[],
  tickAt: number,
): Promise<void> {
  await appeals.update({ _id, version, tickAt: resting }, { causes: command.set([...left]), tickAt })
}

/** Writes down what the content check has said; false when a step was taken meanwhile, or it said more. */
export async function saveSafety(appeal: Appeal, safety: Safety): Promise<boolean> {
  return (await appeals.update(asChecked(appeal), checkedChange(appeal, safety))) === 1
}

/** The appeal as it was read: after the same step, and after the same word of the content check. */
const asChecked = ({ _id, version, safety }: Appeal) => ({
  _id,
  version,
  ...(safety ? { 'safety.turn': safety.turn } : { safety: command.exists(false) }),
})

/** With the verdicts goes where passers-by find it: all of it together. */
function checkedChange(appeal: Appeal, safety: Safety): Record<string, unknown> {
  const cell = shownCell({ ...appeal, safety })
  return {
    ...(safety !== appeal.safety && { safety: command.set(safety) }),
    ...(cell !== appeal.place.cell && { 'place.cell': cell ?? command.remove() }),
  }
}

/** Lets the timer look at what an organisation has and nobody is named for, because somebody is there now. */
export async function nameWaiting(organisationId: string, now: number): Promise<void> {
  const state = command.in(['submitted', 'dispatched'])
  // By the index of who is named: those with a name are not even looked at.
  await appeals.update({ 'named.personId': null, 'organisation.id': organisationId, state }, { tickAt: now })
}

/** Lets the timer look at what waits for somebody to take it on, because they may have left. */
export async function nameAnew(personId: string, now: number): Promise<void> {
  const state = command.in(['submitted', 'dispatched'])
  await appeals.update({ 'named.personId': personId, state }, { tickAt: now })
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
