import { note as decide } from '../../../domain/appeal/handling.ts'
import type { UseCase } from '../useCase.ts'
import { requirePhotos } from './photos.ts'
import { takeStep } from './step.ts'

/** 跟进: what happened meanwhile, for the person to read or for the handlers only. */
export const note: UseCase<'appeal.note'> = (context, { words, photos, internal, ...input }) =>
  takeStep(context, 'note', input, async (appeal, attempt) => {
    await requirePhotos(photos)
    return decide(appeal, attempt, { words, photos, internal })
  })
