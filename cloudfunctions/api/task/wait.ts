import { Refusal } from '../../../domain/errors.ts'
import { wait as decide, obstacleToClaim } from '../../../domain/task/claiming.ts'
import { requestKey } from '../audited.ts'
import type { UseCase } from '../useCase.ts'
import { changeTask } from './change.ts'
import { claimerOf } from './claimer.ts'

/** 候补: the first of the list gets what is given back. */
export const wait: UseCase<'task.wait'> = async (context, { id }) => {
  const claimer = claimerOf(context)
  const { after } = await changeTask(context, id, (task) => {
    const obstacle = obstacleToClaim(task, claimer, [], context.now)
    if (obstacle) throw obstacle
    if (task.free > 0) throw new Refusal('TASK_STALE')
    return decide(task, requestKey(context), claimer, context.now)
  })
  return { id, position: after.waiting.findIndex(({ personId }) => personId === claimer.personId) + 1 }
}
