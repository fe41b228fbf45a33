import { taskLimits } from '../../../domain/task/limits.ts'
import { tasksAwaited, tasksHeld } from '../../store/tasks.ts'
import { cursorOf, paged } from '../page.ts'
import type { UseCase } from '../useCase.ts'
import { rowOf } from './row.ts'

/** What the caller has a place of, and what they wait for. */
export const mine: UseCase<'task.mine'> = async ({ person, now }, { over, cursor }) => {
  const [held, awaited] = await Promise.all([
    tasksHeld(person._id, !over, cursorOf(cursor), taskLimits.page + 1),
    over || cursor !== undefined ? [] : tasksAwaited(person._id, now, taskLimits.page),
  ])
  const reader = { personId: person._id, now }
  return {
    ...paged(
      held,
      taskLimits.page,
      ({ from }) => from,
      (task) => rowOf(task, reader),
    ),
    waiting: awaited.map((task) => rowOf(task, reader)),
  }
}
