import { taskLimits } from '../../../domain/task/limits.ts'
import { tasksInvolving } from '../../store/tasks.ts'
import { cursorOf, paged } from '../page.ts'
import type { UseCase } from '../useCase.ts'
import { rowOf } from './row.ts'

/** What the caller has a place of, and what they wait for. */
export const mine: UseCase<'task.mine'> = async ({ person, now }, { over, cursor }) => {
  const found = await tasksInvolving(person._id, !over, cursorOf(cursor), taskLimits.page + 1)
  const page = paged(
    found,
    taskLimits.page,
    ({ from }) => from,
    (task) => rowOf(task, { personId: person._id, now }),
  )
  return {
    ...page,
    rows: page.rows.filter(({ mine }) => mine !== undefined),
    waiting: page.rows.filter(({ mine }) => mine === undefined),
  }
}
