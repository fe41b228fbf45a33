import { limits } from '../../../domain/appeal/limits.ts'
import { appealsOfProject } from '../../store/appeals.ts'
import { pageOf } from '../appeal/page.ts'
import { cursorOf } from '../page.ts'
import type { UseCase } from '../useCase.ts'
import { requireProject } from './change.ts'

/** The appeals of a project, newest first; rows never say who sent them. */
export const appeals: UseCase<'project.appeals'> = async ({ caller }, { id, cursor }) => {
  await requireProject({ caller }, 'project.appeals', id)
  return pageOf(await appealsOfProject(id, cursorOf(cursor), limits.page + 1), 'createdAt')
}
