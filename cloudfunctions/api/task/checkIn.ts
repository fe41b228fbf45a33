import { Refusal } from '../../../domain/errors.ts'
import { checkIn as decide } from '../../../domain/task/proving.ts'
import type { UseCase } from '../useCase.ts'
import { changeTask } from './change.ts'

/** 签到: by the code on the organiser's screen, or by position. */
export const checkIn: UseCase<'task.checkIn'> = async (context, { id, code, position }) => {
  const point = position && { point: position }
  const presence = code !== undefined ? { code, ...point } : point
  if (!presence) throw new Refusal('FIELD_INVALID', { field: '码' })
  const { person, now } = context
  await changeTask(context, id, (task) => decide(task, person._id, presence, person._id, now))
  return { id }
}
