import { Refusal } from '../../../domain/errors.ts'
import { cardState, livingCard, newCard } from '../../../domain/task/card.ts'
import { changed } from '../../../domain/task/claiming.ts'
import { newActivity } from '../../store/wechat.ts'
import type { UseCase } from '../useCase.ts'
import { changeTask, requireTask } from './change.ts'
import { requireOrganised } from './organised.ts'

/** 发到群: a card whose count the timer keeps up to date; a card that still lives is sent again. */
export const share: UseCase<'task.share'> = async (context, { id }) => {
  const { caller, now } = context
  const task = requireOrganised('task.share', await requireTask(id), caller)
  if (task.phase !== 'published' || now >= task.to) throw new Refusal('TASK_FINISHED')
  const { joined, limit } = cardState(task, now)
  const living = livingCard(task, now)
  if (living) return { activityId: living.activityId, joined, limit }
  const activityId = await newActivity()
  const { after } = await changeTask(context, id, (task) =>
    livingCard(task, now) ? task : changed(task, { cards: [...task.cards, newCard(activityId, now)] }, now),
  )
  return { activityId: livingCard(after, now)?.activityId ?? activityId, joined, limit }
}
