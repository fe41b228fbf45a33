import { inherit } from '../../../domain/appeal/decisions.ts'
import type { Output } from '../../../domain/contract.ts'
import type { Person } from '../../../domain/people/person.ts'
import { reappointed } from '../../../domain/people/reappointed.ts'
import { placeLimits } from '../../../domain/place/limits.ts'
import {
  hatOrganisation,
  type ListedOrganisation,
  type Organisation,
  type Unsettled,
} from '../../../domain/place/organisation.ts'
import { appealsAt, saveStep } from '../../store/appeals.ts'
import { command } from '../../store/collection.ts'
import { organisationOrHeir, organisations } from '../../store/organisations.ts'
import { changeAppointments, staffOf } from '../../store/people.ts'
import type { Context } from '../useCase.ts'
import { renewTree } from './renewTree.ts'

/** How far a batch came. */
export interface Batch {
  /** Documents that were changed. */
  moved: number
  /** What counts towards the total. */
  done: number
  /** Where the next one starts; undefined when nothing is left. */
  after: Unsettled['after'] | 'again' | undefined
}

/** Carries on with what a change of the tree left, at most one batch; nothing when nothing is left. */
export async function carryOn(
  organisation: Organisation,
  by: Pick<Context, 'caller' | 'now'>,
): Promise<Output<'organisation.settle'>> {
  const { unsettled, mergedInto } = organisation
  if (mergedInto) return written(organisation, await handOver(organisation, mergedInto.id, by))
  if (!unsettled) return { moved: 0, left: false, done: 0, total: 0 }
  return written(organisation, await renewTree(organisation, unsettled, by.now))
}

/** A merger: appeals with an event in the log of each, then people. What was handed over is not found any more. */
async function handOver(
  former: Organisation,
  heirId: string,
  by: Pick<Context, 'caller' | 'now'>,
): Promise<Batch> {
  const heir = await organisationOrHeir(heirId)
  if (!heir) throw new Error('an heir is not there')
  const waiting = await appealsAt(former._id, '', placeLimits.settle)
  let moved = 0
  // One that somebody changed at this moment is still there for the next batch.
  for (const appeal of waiting) if (await saveStep(appeal, inherit(appeal, by, former, heir))) moved += 1
  const room = placeLimits.settle - waiting.length
  const staff = room > 0 ? await staffOf(former._id, undefined, room) : []
  await reappoint(staff, former._id, heir, by.now)
  moved += staff.length
  const left = waiting.length + staff.length === placeLimits.settle || moved < waiting.length + staff.length
  return { moved, done: moved, after: left ? 'again' : undefined }
}

export async function reappoint(
  staff: readonly Person[],
  formerId: string,
  organisation: ListedOrganisation,
  now: number,
): Promise<void> {
  const heir = hatOrganisation(organisation)
  for (const { _id: personId } of staff)
    await changeAppointments(personId, (held) => reappointed(held, formerId, heir), now)
}

/** Writes down how far it came, unless somebody else has meanwhile. */
async function written(
  { _id, unsettled }: Organisation,
  { moved, done, after }: Batch,
): Promise<Output<'organisation.settle'>> {
  const before = unsettled ?? { why: 'merge' as const, step: 0, done: 0, total: 0 }
  const next: Unsettled = {
    why: before.why,
    step: before.step + 1,
    done: before.done + done,
    total: Math.max(before.total, before.done + done),
    ...(after && after !== 'again' && { after }),
  }
  if (unsettled)
    await organisations.update(
      { _id, 'unsettled.step': unsettled.step },
      { unsettled: after ? command.set(next) : command.remove() },
    )
  const left = after !== undefined
  return { moved, left, done: left ? next.done : next.total, total: next.total }
}
