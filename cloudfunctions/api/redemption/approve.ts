import { Refusal } from '../../../domain/errors.ts'
import { cityIdOf } from '../../../domain/place/organisation.ts'
import { pointsLimits } from '../../../domain/points/limits.ts'
import { approve as decide, isLastApproval } from '../../../domain/points/redeeming.ts'
import type { Redemption } from '../../../domain/points/redemption.ts'
import { redemptionNotice } from '../../../domain/points/telling.ts'
import type { Numbers } from '../../../domain/settings/settings.ts'
import { saveRedemption } from '../../carry/release.ts'
import { deliver } from '../../store/notices.ts'
import { type Budget, redemptions } from '../../store/redemptions.ts'
import { numbersOf } from '../../store/settings.ts'
import { inTransaction } from '../../store/transaction.ts'
import { requestKey } from '../audited.ts'
import type { Context, UseCase } from '../useCase.ts'
import { budgetIn, saveBudget } from './budget.ts'
import { type Decided, requireDecidable } from './decidable.ts'

/**
 * 批准, several at once: a few in one transaction together with the budget, so that it can't be overdrawn. What can't
 * be approved stays, and says why.
 */
export const approve: UseCase<'redemption.approve'> = async (context, { ids }) => {
  const wanted = [...new Set(ids)]
  // One by itself says why in its answer.
  const isAlone = wanted.length === 1
  const decided: Decided[] = []
  const { hat } = context.caller
  const numbers = hat ? await numbersOf(cityIdOf(hat.organisation), context.now) : {}
  for (let start = 0; start < wanted.length; start += pointsLimits.together) {
    const { results, approved } = await approveSome(
      context,
      wanted.slice(start, start + pointsLimits.together),
      isAlone,
      numbers,
    )
    await deliver(approved.map(redemptionNotice))
    decided.push(...results)
  }
  return { decided }
}

async function approveSome(
  context: Context,
  ids: readonly string[],
  isAlone: boolean,
  numbers: Numbers,
): Promise<{ results: Decided[]; approved: Redemption[] }> {
  const attempt = { caller: context.caller, now: context.now, key: requestKey(context) }
  return inTransaction(async (transaction) => {
    const results: Decided[] = []
    const approved: Redemption[] = []
    const paying = new Map<string, { budget: Budget; isNew: boolean }>()
    for (const id of ids) {
      const found = await transaction.get(redemptions, id)
      try {
        const redemption = requireDecidable(found, 'redemption.approve', context)
        const before = redemption.log.some(({ key }) => key === attempt.key)
        const after = before ? redemption : decide(redemption, attempt, numbers)
        if (!before && isLastApproval(redemption)) {
          const { id: payer } = redemption.organisation
          const of = paying.get(payer) ?? (await budgetIn(transaction, payer, context.now, numbers))
          paying.set(payer, { ...of, budget: spentFrom(of.budget, redemption.points) })
        }
        if (!before) await saveRedemption(transaction, after)
        if (after.state === 'approved') approved.push(after)
        results.push({ id, state: after.state })
      } catch (error) {
        if (!(error instanceof Refusal) || isAlone) throw error
        results.push({ id, refused: error.message })
      }
    }
    for (const { budget, isNew } of paying.values()) await saveBudget(transaction, budget, isNew)
    return { results, approved }
  })
}

function spentFrom(budget: Budget, points: number): Budget {
  const left = budget.limit - budget.spent
  if (points > left) throw new Refusal('BUDGET_SHORT', { left })
  return { ...budget, spent: budget.spent + points }
}
