import { pointsLimits } from '../../../domain/points/limits.ts'
import { pointsVersionsOf } from '../../store/pointsRules.ts'
import { cursorOf, paged } from '../page.ts'
import type { UseCase } from '../useCase.ts'
import { ruledPlace } from './scope.ts'
import { versionRow } from './view.ts'

/** 历次的规则, newest first. */
export const versions: UseCase<'pointsRules.versions'> = async (context, { cursor }) => {
  const { _id } = ruledPlace('pointsRules.versions', context)
  return paged(
    await pointsVersionsOf(_id, cursorOf(cursor), pointsLimits.page + 1),
    pointsLimits.page,
    ({ version }) => version,
    versionRow,
  )
}
