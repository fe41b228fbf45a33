import { limits } from '../../../domain/appeal/limits.ts'
import { relationsTo } from '../../../domain/appeal/privacy.ts'
import { Refusal } from '../../../domain/errors.ts'
import { granted } from '../../../domain/permission.ts'
import { alike, numbered } from '../../store/appealLists.ts'
import type { UseCase } from '../useCase.ts'
import { rowOf } from './page.ts'
import { loadAppeal } from './step.ts'

/** What an appeal can be merged into: by its number, or what is about the same at the same place. */
export const mergeable: UseCase<'appeal.mergeable'> = async ({ caller }, { id, number }) => {
  const appeal = await loadAppeal(id)
  const mayMerge = (other: Parameters<typeof relationsTo>[0]) =>
    granted('appeal.merge', caller.hat?.role, relationsTo(other, caller))
  if (!mayMerge(appeal)) throw new Refusal('NOT_YOURS')
  const found = number ? await numbered(number, limits.search) : await alike(appeal, limits.search)
  const fitting = found.filter(
    (other) =>
      other._id !== id &&
      other.open &&
      other.kind === appeal.kind &&
      other.confidential === appeal.confidential &&
      mayMerge(other),
  )
  return { appeals: fitting.map(rowOf) }
}
