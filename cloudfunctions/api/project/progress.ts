import { Refusal } from '../../../domain/errors.ts'
import { progress as decide } from '../../../domain/project/decisions.ts'
import type { UseCase } from '../useCase.ts'
import { changeProject } from './change.ts'

/** What everybody may read of how it goes; replaces what its writer saw. */
export const progress: UseCase<'project.progress'> = (context, { id, version, ...said }) =>
  changeProject(context, 'project.progress', id, (project, attempt) => {
    if (project.version !== version) throw new Refusal('PROJECT_STALE')
    return decide(project, said, attempt)
  })
