import { countsLate, release as decide, stopWaiting } from '../../../domain/task/claiming.ts'
import { claimOf } from '../../../domain/task/task.ts'
import { requestKey } from '../audited.ts'
import type { UseCase } from '../useCase.ts'
import { changeTask } from './change.ts'

/** 退掉: the place goes to the first who waits. Within two hours of the start it counts as not having come. */
export const release: UseCase<'task.release'> = async (context, { id }) => {
  const { person, now } = context
  const key = requestKey(context)
  const { before, after } = await changeTask(context, id, (task) => {
    if (task.waiting.some(({ personId }) => personId === person._id))
      return stopWaiting(task, person._id, now)
    // Given back already: the same request again, or another tap.
    return claimOf(task, person._id) ? decide(task, person._id, now, key) : task
  })
  const step = after.claims.flatMap(({ steps }) => steps).find((each) => each.key === key)
  return { id, late: step !== undefined && countsLate(before, step.at) }
}
