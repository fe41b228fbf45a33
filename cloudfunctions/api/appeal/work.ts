import { limits } from '../../../domain/appeal/limits.ts'
import { Refusal } from '../../../domain/errors.ts'
import { granted } from '../../../domain/permission.ts'
import { endOfDay } from '../../../domain/time.ts'
import { helpedBy, namedFor, toFollowUp } from '../../store/appealLists.ts'
import type { AppealSummary } from '../../store/appeals.ts'
import { doneOf, heldBy, workOf } from '../../store/appealWork.ts'
import type { Cursor } from '../../store/cursor.ts'
import { requireHat } from '../duty/colleague.ts'
import { cursorOf } from '../page.ts'
import type { Context, UseCase } from '../useCase.ts'
import { pageOf, staffRowOf } from './page.ts'

type Filter = Parameters<UseCase<'appeal.work'>>[1]['filter']

/** What waits at the organisation whose hat the caller wears, what is late on top. */
export const work: UseCase<'appeal.work'> = async (context, { filter, cursor }) => {
  const after = cursorOf(cursor)
  const read = found(context, filter, after)
  if (filter === 'done') return pageOf(await read, 'updatedAt', staffRowOf)
  return pageOf(await read, filter === 'followUp' ? 'resolvedAt' : 'dueAt', staffRowOf)
}

/** One row more than a page, when there is more. */
function found(context: Context, filter: Filter, after: Cursor | undefined): Promise<AppealSummary[]> {
  const { caller, now } = context
  const hat = requireHat(context)
  const { id } = hat.organisation
  const most = limits.page + 1
  switch (filter) {
    case 'done':
      return doneOf(id, after, most)
    case 'mine':
      return heldBy(caller.personId, id, {}, after, most)
    case 'named':
      return namedFor(caller.personId, id, after, most)
    case 'helping':
      return helpedBy(id, after, most)
    case 'followUp':
      if (!granted('appeal.followUp', hat.role, ['organisation'])) throw new Refusal('NOT_YOURS')
      return toFollowUp(caller.personId, hat, after, most)
    default:
      return workOf(id, boundsAt(now)[filter], after, most)
  }
}

/** What the filters mean at a moment: which state, and when the running clock ends. */
const boundsAt = (now: number) =>
  ({
    all: {},
    late: { until: now },
    today: { from: now, until: endOfDay(now) },
    toAccept: { state: 'dispatched' },
  }) as const
