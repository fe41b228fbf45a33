import { remove as decide } from '../../../domain/project/decisions.ts'
import type { UseCase } from '../useCase.ts'
import { changeProject } from './change.ts'

/** One goes its own way again. */
export const remove: UseCase<'project.remove'> = (context, { id, appealId }) =>
  changeProject(context, 'project.remove', id, (project, attempt) => decide(project, appealId, attempt))
