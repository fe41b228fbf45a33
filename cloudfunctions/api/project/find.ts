import { relationsTo } from '../../../domain/appeal/privacy.ts'
import { granted } from '../../../domain/permission.ts'
import { appealsNumbered } from '../../store/appeals.ts'
import { rowOf } from '../appeal/page.ts'
import type { UseCase } from '../useCase.ts'

/** Appeals with a number, among those that this hat may see; the number is for reading and may be there twice. */
export const find: UseCase<'project.find'> = async ({ caller }, { number }) => {
  const found = await appealsNumbered(number)
  const seen = found.filter((appeal) => granted('appeal.view', caller.hat?.role, relationsTo(appeal, caller)))
  return { found: seen.map(rowOf) }
}
