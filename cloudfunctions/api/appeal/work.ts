import { limits } from '../../../domain/appeal/limits.ts'
import { Refusal } from '../../../domain/errors.ts'
import { doneOf, heldBy, workOf } from '../../store/appeals.ts'
import { cursorOf } from '../page.ts'
import type { UseCase } from '../useCase.ts'
import { boundsAt, countsOf } from './counts.ts'
import { pageOf } from './page.ts'

/** What waits at the organisation whose hat the caller wears, what is late on top. */
export const work: UseCase<'appeal.work'> = async ({ caller, now }, { filter, cursor }) => {
  const organisation = caller.hat?.organisation.id
  if (organisation === undefined) throw new Refusal('NOT_YOURS')
  const after = cursorOf(cursor)
  if (filter === 'done') return pageOf(await doneOf(organisation, after, limits.page + 1), 'updatedAt')
  const read =
    filter === 'mine'
      ? heldBy(caller.personId, organisation, {}, after, limits.page + 1)
      : workOf(organisation, boundsAt(now)[filter], after, limits.page + 1)
  const [page, counts] = await Promise.all([read, after ? undefined : countsOf(organisation, now)])
  return { ...pageOf(page, 'dueAt'), ...(counts && { counts }) }
}
