import { limits } from '../../../domain/appeal/limits.ts'
import { Refusal } from '../../../domain/errors.ts'
import { endOfDay } from '../../../domain/time.ts'
import { countWork, doneOf, workOf } from '../../store/appeals.ts'
import { cursorOf } from '../page.ts'
import type { UseCase } from '../useCase.ts'
import { pageOf } from './page.ts'

/** What waits at the organisation whose hat the caller wears, what is late on top. */
export const work: UseCase<'appeal.work'> = async ({ caller, now }, { filter, cursor }) => {
  const organisation = caller.hat?.organisation.id
  if (organisation === undefined) throw new Refusal('NOT_YOURS')
  const after = cursorOf(cursor)
  const bounds = {
    all: {},
    late: { until: now },
    today: { from: now, until: endOfDay(now) },
    toAccept: { state: 'dispatched' },
  } as const
  if (filter === 'done') return pageOf(await doneOf(organisation, after, limits.page + 1), 'updatedAt')
  const [page, counts] = await Promise.all([
    workOf(organisation, bounds[filter], after, limits.page + 1),
    after ? undefined : countAll(organisation, bounds),
  ])
  return { ...pageOf(page, 'dueAt'), ...(counts && { counts }) }
}

async function countAll<K extends string>(
  organisation: string,
  bounds: Record<K, Parameters<typeof countWork>[1]>,
): Promise<Record<K, number>> {
  const names = Object.keys(bounds) as K[]
  const totals = await Promise.all(names.map((name) => countWork(organisation, bounds[name])))
  return Object.fromEntries(names.map((name, index) => [name, totals[index]])) as Record<K, number>
}
