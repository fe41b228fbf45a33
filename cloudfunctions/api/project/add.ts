import { add as decide } from '../../../domain/project/decisions.ts'
import type { UseCase } from '../useCase.ts'
import { changeProject } from './change.ts'
import { requireAppeals } from './requireAppeals.ts'

/** Further appeals with the same cause. */
export const add: UseCase<'project.add'> = (context, { id, appealIds }) =>
  changeProject(context, 'project.add', id, async (project, attempt) => {
    await requireAppeals(context, appealIds, id)
    return decide(project, appealIds, attempt)
  })
