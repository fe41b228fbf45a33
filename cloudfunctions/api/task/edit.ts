import { Refusal } from '../../../domain/errors.ts'
import { actorOf } from '../../../domain/people/actor.ts'
import { edit as decide, publish } from '../../../domain/task/publishing.ts'
import { readdress } from '../../store/beneficiaries.ts'
import { requestKey } from '../audited.ts'
import type { UseCase } from '../useCase.ts'
import { changeTask } from './change.ts'
import { requirePlace } from './create.ts'
import { requireOrganised } from './organised.ts'

/** 改任务: those who claimed are told what changed; a draft can be published with it. */
export const edit: UseCase<'task.edit'> = async (context, input) => {
  const { id, version, plan, beneficiary, publish: opens } = input
  const { caller, now } = context
  requirePlace(plan)
  const attempt = { actor: actorOf(caller), now, key: requestKey(context) }
  await changeTask(context, id, (task) => {
    requireOrganised('task.edit', task, caller)
    if (task.log.some(({ key }) => key === attempt.key)) return task
    if (task.version !== version) throw new Refusal('TASK_STALE')
    if (plan.kind === 'delivery' && !task.beneficiary && !beneficiary) throw new Refusal('BENEFICIARY_NEEDED')
    const edited = decide(task, plan, attempt, beneficiary !== undefined)
    return opens ? publish(edited, attempt) : edited
  })
  // After it: an edit that was refused, or that somebody else was faster than, leads nobody to another door. The same
  // request again does what was broken off here.
  if (beneficiary) await readdress(id, beneficiary, now)
  return { id }
}
