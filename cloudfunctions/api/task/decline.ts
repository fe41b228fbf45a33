import { Refusal } from '../../../domain/errors.ts'
import { claimOf } from '../../../domain/task/task.ts'
import { declineId, declines } from '../../store/declines.ts'
import type { UseCase } from '../useCase.ts'
import { requireTask } from './change.ts'
import { release } from './release.ts'

/** 不来: said once; who had said 来 before gives the place back. */
export const decline: UseCase<'task.decline'> = async (context, { id }) => {
  const { person, now } = context
  const task = await requireTask(id)
  if (!task.muster || task.phase !== 'published') throw new Refusal('TASK_NOT_FOUND')
  if (claimOf(task, person._id)) await release(context, { id })
  await declines.put({ _id: declineId(id, person._id), task: id, at: now })
  return { id }
}
