import { pointsLimits } from '../../../domain/points/limits.ts'
import { redemptionsOf } from '../../store/redemptions.ts'
import { cursorOf, paged } from '../page.ts'
import type { UseCase } from '../useCase.ts'
import { redemptionRow } from './row.ts'

/** 我换过的, newest first. */
export const mine: UseCase<'redemption.mine'> = async ({ person }, { cursor }) =>
  paged(
    await redemptionsOf(person._id, cursorOf(cursor), pointsLimits.page + 1),
    pointsLimits.page,
    ({ createdAt }) => createdAt,
    redemptionRow,
  )
