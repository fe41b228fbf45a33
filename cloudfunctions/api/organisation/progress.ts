import type { Output } from '../../../domain/contract.ts'
import type { Organisation, Unsettled } from '../../../domain/place/organisation.ts'
import { command } from '../../store/collection.ts'
import { organisations } from '../../store/organisations.ts'

/** How far a batch came. */
export interface Batch {
  /** Documents that were changed. */
  moved: number
  /** What counts towards the total. */
  done: number
  /** Where the next one starts (`again`: at the beginning); undefined when nothing is left. */
  after: Unsettled['after'] | 'again' | undefined
}

/** Writes down how far a batch came, unless somebody else has meanwhile. */
export async function written(
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
