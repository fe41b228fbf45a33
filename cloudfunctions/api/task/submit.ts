import { submit as decide } from '../../../domain/task/proving.ts'
import { requirePhotos } from '../appeal/photos.ts'
import type { UseCase } from '../useCase.ts'
import { changeTask } from './change.ts'

/** 交上去: what shows that it was done. */
export const submit: UseCase<'task.submit'> = async (context, { id, photos, words }) => {
  await requirePhotos(photos)
  await changeTask(context, id, (task) => decide(task, context.person._id, { photos, words }, context.now))
  return { id }
}
