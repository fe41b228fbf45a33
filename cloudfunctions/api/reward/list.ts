import { Refusal } from '../../../domain/errors.ts'
import { granted } from '../../../domain/permission.ts'
import { pointsLimits } from '../../../domain/points/limits.ts'
import { rewardsOf } from '../../store/rewards.ts'
import { cursorOf, paged } from '../page.ts'
import type { UseCase } from '../useCase.ts'
import { rewardRow } from './row.ts'

/** What the hat's organisation offers, or has put away. */
export const list: UseCase<'reward.list'> = async ({ caller: { hat }, now }, { shown, cursor }) => {
  if (!hat || !granted('reward.list', hat.role, ['organisation'])) throw new Refusal('NOT_YOURS')
  return paged(
    await rewardsOf(hat.organisation.id, { shown }, cursorOf(cursor), pointsLimits.page + 1),
    pointsLimits.page,
    ({ cost }) => cost,
    (reward) => {
      const { words, pickUp, cancellable, merchant, from, until, version } = reward
      return {
        ...rewardRow(reward, now),
        words,
        pickUp,
        cancellable,
        ...(merchant && { merchant }),
        from,
        until,
        shown,
        version,
      }
    },
  )
}
