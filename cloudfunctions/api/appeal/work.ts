import { limits } from '../../../domain/appeal/limits.ts'
import { Refusal } from '../../../domain/errors.ts'
import { endOfDay } from '../../../domain/time.ts'
import { doneOf, heldBy, workOf } from '../../store/appeals.ts'
import { cursorOf } from '../page.ts'
import type { UseCase } from '../useCase.ts'
import { pageOf } from './page.ts'

/** What waits at the organisation whose hat the caller wears, what is late on top. */
export const work: UseCase<'appeal.work'> = async ({ caller, now }, { filter, cursor }) => {
  const organisation = caller.hat?.organisation.id
  if (organisation === undefined) throw new Refusal('NOT_YOURS')
  const after = cursorOf(cursor)
  if (filter === 'done') return pageOf(await doneOf(organisation, after, limits.page + 1), 'updatedAt')
  if (filter === 'mine')
    return pageOf(await heldBy(caller.personId, organisation, {}, after, limits.page + 1), 'dueAt')
  return pageOf(await workOf(organisation, boundsAt(now)[filter], after, limits.page + 1), 'dueAt')
}

/** What the filters mean at a moment: which state, and when the running clock ends. */
const boundsAt = (now: number) =>
  ({
    all: {},
    late: { until: now },
    today: { from: now, until: endOfDay(now) },
    toAccept: { state: 'dispatched' },
  }) as const
