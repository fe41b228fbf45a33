import { Refusal } from '../../../domain/errors.ts'
import { taskLimits } from '../../../domain/task/limits.ts'
import { readySince, type Task } from '../../../domain/task/task.ts'
import { tasksToVerify } from '../../store/tasks.ts'
import { cursorOf, paged } from '../page.ts'
import type { UseCase } from '../useCase.ts'
import { claimView } from './claimView.ts'

/** 待验收: what was handed in and nobody has looked at yet, what has waited longest first. */
export const toVerify: UseCase<'task.toVerify'> = async ({ person, caller, now }, { cursor }) => {
  const organisation = caller.hat?.organisation
  if (!organisation) throw new Refusal('NOT_YOURS')
  const found = await tasksToVerify(organisation.id, now, cursorOf(cursor), taskLimits.page + 1)
  const ready = (task: Task) => task.claims.filter((claim) => (readySince(task, claim) ?? now + 1) <= now)
  return paged(
    found,
    taskLimits.page,
    ({ proofAt }) => proofAt,
    (task) => ({
      task: taskOf(task),
      claims: ready(task).map((claim) => ({
        ...claimView(claim, person._id),
        ...(claim.personId === person._id && { locked: 'own' as const }),
      })),
    }),
  )
}

/** What a line of work says of its task. */
export function taskOf({ _id, title, kind, from, to }: Task) {
  return { id: _id, title, kind, from, to }
}
