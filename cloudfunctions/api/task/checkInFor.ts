import { Refusal } from '../../../domain/errors.ts'
import { checkIn } from '../../../domain/task/proving.ts'
import type { UseCase } from '../useCase.ts'
import { changeTask } from './change.ts'
import { requireOrganised } from './organised.ts'

/** 帮人登记: the organiser sees them standing there. Nobody does it for themselves. */
export const checkInFor: UseCase<'task.checkInFor'> = async (context, { id, claimId }) => {
  const { person, caller, now } = context
  await changeTask(context, id, (task) => {
    requireOrganised('task.checkInFor', task, caller)
    const claim = task.claims.find((each) => each.id === claimId)
    if (!claim) throw new Refusal('CLAIM_NONE')
    if (claim.personId === person._id) throw new Refusal('VERIFY_OWN')
    return checkIn(task, claim.personId, { organiser: true }, person._id, now)
  })
  return { id }
}
