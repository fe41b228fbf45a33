import { spotCheck as decide } from '../../../domain/task/proving.ts'
import { telling } from '../../../domain/task/telling.ts'
import type { UseCase } from '../useCase.ts'
import { changeTask } from './change.ts'
import { requireOrganised } from './organised.ts'

/** 抽查: the street has looked at it again. */
export const spotCheck: UseCase<'task.spotCheck'> = async (context, { id, claimId, accepted, words }) => {
  const { caller, now } = context
  await changeTask(context, id, (task) => {
    requireOrganised('task.spotCheck', task, caller)
    if (task.claims.some((claim) => claim.id === claimId && claim.spot !== null && claim.spot !== 'open'))
      return task
    const after = decide(task, { claimId, accepted, words }, caller, now)
    const claim = after.claims.find((each) => each.id === claimId)
    return accepted || !claim ? after : telling(after, [claim.personId], 'taskOverturned', words, now)
  })
  return { id }
}
