import { Refusal } from '../../../domain/errors.ts'
import { actorOf } from '../../../domain/people/actor.ts'
import { granted } from '../../../domain/permission.ts'
import { taskLimits } from '../../../domain/task/limits.ts'
import { claimOf } from '../../../domain/task/task.ts'
import { beneficiaries, beneficiaryLooks } from '../../store/beneficiaries.ts'
import { requestKey } from '../audited.ts'
import type { UseCase } from '../useCase.ts'
import { requireTask } from './change.ts'
import { mayTo } from './organised.ts'

/** 给谁送: only for who holds the place, and those who published it, in the window; the look is written down first. */
export const beneficiary: UseCase<'task.beneficiary'> = async (context, { id }) => {
  const { person, caller, now } = context
  const task = await requireTask(id)
  const organises = mayTo('task.beneficiary', task, caller)
  const claim = claimOf(task, person._id)
  const holds = claim && ['claimed', 'checkedIn', 'submitted'].includes(claim.state)
  if (!organises && !granted('task.beneficiary', undefined, holds ? ['own'] : []))
    throw new Refusal('NOT_YOURS')
  if (task.phase === 'cancelled') throw new Refusal('TASK_CANCELLED')
  if (!organises && now < task.from - taskLimits.addressBefore) throw new Refusal('ADDRESS_LATER')
  if (!organises && now >= task.to) throw new Refusal('ADDRESS_OVER')
  await beneficiaryLooks.add({ _id: requestKey(context), task: id, by: actorOf(caller), at: now })
  const found = await beneficiaries.get(id)
  if (!found) throw new Refusal('TASK_NOT_FOUND')
  const { name, address, phone } = found
  return { name, address, phone }
}
