import { Refusal } from '../../../domain/errors.ts'
import { areaSeenFrom } from '../../../domain/place/organisation.ts'
import { projectLimits } from '../../../domain/project/limits.ts'
import { projectsOf } from '../../store/projects.ts'
import { cursorOf, paged } from '../page.ts'
import type { UseCase } from '../useCase.ts'
import { rowOf } from './view.ts'

/** Projects that the organisation leads, or that are led in its area; newest first. */
export const list: UseCase<'project.list'> = async ({ caller }, { state, cursor }) => {
  const organisation = caller.hat?.organisation
  if (!organisation) throw new Refusal('NOT_YOURS')
  const scope = areaSeenFrom(organisation) ?? organisation.id
  const found = await projectsOf(scope, state, cursorOf(cursor), projectLimits.page + 1)
  return paged(found, projectLimits.page, ({ createdAt }) => createdAt, rowOf)
}
