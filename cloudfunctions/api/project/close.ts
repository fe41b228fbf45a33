import { Refusal } from '../../../domain/errors.ts'
import { close as decide } from '../../../domain/project/decisions.ts'
import { requirePhotos } from '../appeal/photos.ts'
import type { UseCase } from '../useCase.ts'
import { changeProject } from './change.ts'

/** 项目办完: its appeals are resolved with it, or their holders are asked to. */
export const close: UseCase<'project.close'> = (context, { id, version, words, photos }) =>
  changeProject(context, 'project.close', id, async (project, attempt) => {
    if (project.version !== version) throw new Refusal('PROJECT_STALE')
    await requirePhotos(photos)
    return decide(project, { words, photos }, attempt)
  })
