import { Refusal, refusalSentence } from '../../../domain/errors.ts'
import { granted } from '../../../domain/permission.ts'
import { cityIdOf } from '../../../domain/place/organisation.ts'
import { pointsLimits } from '../../../domain/points/limits.ts'
import { approversOf } from '../../../domain/points/redeeming.ts'
import type { Redemption } from '../../../domain/points/redemption.ts'
import { beijingDate } from '../../../domain/time.ts'
import { budgets, redemptionsAt } from '../../store/redemptions.ts'
import { numbersOf } from '../../store/settings.ts'
import { cursorOf, paged } from '../page.ts'
import type { UseCase } from '../useCase.ts'
import { budgetOf } from './budget.ts'

/** 兑换审批: what waits, with each person's history beside it, and what the budget of the month still pays. */
export const queue: UseCase<'redemption.queue'> = async ({ caller, now }, { cursor }) => {
  const { hat, personId } = caller
  if (!hat || !granted('redemption.queue', hat.role, ['organisation'])) throw new Refusal('NOT_YOURS')
  const budgetNow = async () => {
    const numbers = await numbersOf(cityIdOf(hat.organisation), now)
    return budgetOf((id) => budgets.get(id), hat.organisation.id, now, numbers)
  }
  const [{ budget }, found] = await Promise.all([
    budgetNow(),
    redemptionsAt(hat.organisation.id, 'pending', cursorOf(cursor), pointsLimits.batch + 1),
  ])
  const { limit, spent, version } = budget
  return {
    budget: { month: beijingDate(now).slice(0, 7), limit, spent, version },
    ...paged(
      found,
      pointsLimits.batch,
      ({ createdAt }) => createdAt,
      (redemption) => {
        const locked = lockOf(redemption, personId)
        return {
          id: redemption._id,
          name: redemption.reward.name,
          unit: redemption.reward.unit,
          points: redemption.points,
          at: redemption.createdAt,
          place: redemption.organisation.name,
          ...redemption.history,
          ...(locked !== undefined && { locked }),
          once: redemption.approvedBy.length > 0 && approversOf(redemption) > 1,
        }
      },
    ),
  }
}

function lockOf({ personId, approvedBy }: Redemption, caller: string): string | undefined {
  if (personId === caller) return refusalSentence('REDEMPTION_OWN')
  return approvedBy.includes(caller) ? refusalSentence('SECOND_APPROVER') : undefined
}
