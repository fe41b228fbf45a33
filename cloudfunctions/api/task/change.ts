import { setTimeout } from 'node:timers/promises'
import { Refusal } from '../../../domain/errors.ts'
import { withOffersTold } from '../../../domain/task/clockwork.ts'
import type { Task } from '../../../domain/task/task.ts'
import { taskNotices } from '../../../domain/task/telling.ts'
import { deliver } from '../../store/notices.ts'
import { saveTask, tasks } from '../../store/tasks.ts'
import type { Context } from '../useCase.ts'

// Of many at once somebody gets through each time; a place is taken in another way (store/tasks.ts, takePlace).
const attempts = 40
const longestWait = 40

/** The task, which the caller may know of; refuses what is not there. */
export async function requireTask(id: string): Promise<Task> {
  const task = await tasks.get(id)
  if (!task) throw new Refusal('TASK_NOT_FOUND')
  return task
}

/**
 * A change of a task: load → decide → save, decided anew when somebody was faster, then those are told whom it concerns
 * (the timer tells whom this misses). A decision that changes nothing saves nothing. Gives the task before and after.
 */
export async function changeTask(
  { now }: Pick<Context, 'now'>,
  id: string,
  decide: (task: Task) => Task | Promise<Task>,
): Promise<{ before: Task; after: Task }> {
  for (let tried = 1; ; tried += 1) {
    const before = await requireTask(id)
    const decided = await decide(before)
    if (decided === before) {
      await deliver(taskNotices(before))
      return { before, after: before }
    }
    const after = withOffersTold(decided, before, now)
    if (await saveTask(before, after)) {
      await deliver(taskNotices(after))
      return { before, after }
    }
    if (tried === attempts) throw new Refusal('TASK_STALE')
    await setTimeout(Math.random() * longestWait)
  }
}
