import { resolve as decide } from '../../../domain/appeal/handling.ts'
import type { UseCase } from '../useCase.ts'
import { requirePhotos } from './photos.ts'
import { takeStep } from './step.ts'

/** 解单: the handler says that it is done; the person is asked next. */
export const resolve: UseCase<'appeal.resolve'> = (context, { words, photos, unsolved, ...input }) =>
  takeStep(context, 'resolve', input, async (appeal, attempt) => {
    await requirePhotos(photos)
    return decide(appeal, attempt, { words, photos, unsolved })
  })
