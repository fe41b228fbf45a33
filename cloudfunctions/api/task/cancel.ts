import { actorOf } from '../../../domain/people/actor.ts'
import { cancel as decide } from '../../../domain/task/publishing.ts'
import { requestKey } from '../audited.ts'
import type { UseCase } from '../useCase.ts'
import { changeTask } from './change.ts'
import { requireOrganised } from './organised.ts'

/** 取消任务: those who claimed or wait are told why. */
export const cancel: UseCase<'task.cancel'> = async (context, { id, words }) => {
  const { caller, now } = context
  const attempt = { actor: actorOf(caller), now, key: requestKey(context) }
  await changeTask(context, id, (task) =>
    decide(requireOrganised('task.cancel', task, caller), words, attempt),
  )
  return { id }
}
