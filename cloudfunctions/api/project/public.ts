import { Refusal } from '../../../domain/errors.ts'
import { projects } from '../../store/projects.ts'
import type { UseCase } from '../useCase.ts'
import { rowOf } from './view.ts'

/** How a project goes, for everybody. */
export const readPublic: UseCase<'project.public'> = async (_, { id }) => {
  const project = await projects.get(id)
  if (!project) throw new Refusal('PROJECT_NOT_FOUND')
  return rowOf(project)
}
