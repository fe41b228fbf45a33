import { verify as decide } from '../../../domain/task/proving.ts'
import type { Task } from '../../../domain/task/task.ts'
import { telling } from '../../../domain/task/telling.ts'
import { payAtOnce } from '../../carry/pay.ts'
import type { UseCase } from '../useCase.ts'
import { between } from './between.ts'
import { changeTask } from './change.ts'
import { requireOrganised } from './organised.ts'

/** 验收: a second person looked at the work; several at once. */
export const verify: UseCase<'task.verify'> = async (context, { id, verdicts }) => {
  const { caller, now } = context
  const { after } = await changeTask(context, id, async (task) => {
    requireOrganised('task.verify', task, caller)
    const known = await between(context, task.holders)
    return told(task, decide(task, verdicts, caller, known, now), now)
  })
  // Whoever waits to see it; the timer pays the others within the minute.
  await payAtOnce(after.causes.slice(0, paidAtOnce), now)
  return { id }
}

const paidAtOnce = 5

function told(before: Task, after: Task, now: number): Task {
  const judged = after.claims.filter(
    ({ id, verdict }) => verdict && !before.claims.find((claim) => claim.id === id)?.verdict,
  )
  return judged.reduce(
    (task, { personId, verdict }) =>
      verdict?.accepted
        ? telling(
            task,
            [personId],
            'taskVerified',
            task.points > 0 ? `${task.points} 分会记到您名下。` : '谢谢您。',
            now,
          )
        : telling(task, [personId], 'taskRejected', verdict?.words ?? '', now),
    after,
  )
}
