import type { Output } from '../../../domain/contract.ts'
import { countOf, type ListedProject, toCarry } from '../../../domain/project/project.ts'
import type { UseCase } from '../useCase.ts'
import { mayTo, requireProject } from './change.ts'

/** One project, as staff see it. */
export const view: UseCase<'project.view'> = async ({ caller }, { id }) => {
  const project = await requireProject({ caller }, 'project.view', id)
  return {
    ...rowOf(project),
    version: project.version,
    mayLead: mayTo('project.close', project, caller),
    pending: toCarry(project).length,
  }
}

/** What anybody may know of a project: nothing of its appeals but how many there are. */
export function rowOf(project: ListedProject): Output<'project.public'> {
  const { _id, title, lead, state, milestones, progress, progressAt } = project
  return {
    id: _id,
    title,
    lead: { id: lead.id, name: lead.name },
    state,
    count: countOf(project),
    milestones,
    progress,
    progressAt,
  }
}
