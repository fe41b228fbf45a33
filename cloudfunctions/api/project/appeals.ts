import { limits } from '../../../domain/appeal/limits.ts'
import { relationsTo } from '../../../domain/appeal/privacy.ts'
import type { AppealRow } from '../../../domain/contract.ts'
import { granted } from '../../../domain/permission.ts'
import { type AppealSummary, appealsOfProject } from '../../store/appeals.ts'
import { rowOf } from '../appeal/page.ts'
import { cursorOf, paged } from '../page.ts'
import type { Context, UseCase } from '../useCase.ts'
import { requireProject } from './change.ts'

/** The appeals of a project, newest first; rows never say who sent them. */
export const appeals: UseCase<'project.appeals'> = async ({ caller }, { id, cursor }) => {
  await requireProject({ caller }, 'project.appeals', id)
  const found = await appealsOfProject(id, cursorOf(cursor), limits.page + 1)
  return paged(
    found,
    limits.page,
    ({ createdAt }) => createdAt,
    (appeal) => rowSeen(appeal, caller),
  )
}

/** Whoever sees the project sees its appeals; of what is confidential only who may see that very one. */
function rowSeen(appeal: AppealSummary, caller: Context['caller']): AppealRow {
  const { lastNote, ...row } = rowOf(appeal)
  if (!appeal.confidential || granted('appeal.view', caller.hat?.role, relationsTo(appeal, caller)))
    return rowOf(appeal)
  return { ...row, title: '保密的一件', placeName: '' }
}
