import { Refusal } from '../../../domain/errors.ts'
import { granted } from '../../../domain/permission.ts'
import { cityIdOf } from '../../../domain/place/organisation.ts'
import { budgetId, budgets } from '../../store/redemptions.ts'
import { numbersOf } from '../../store/settings.ts'
import { audited } from '../audited.ts'
import type { UseCase } from '../useCase.ts'
import { budgetIn, saveBudget } from './budget.ts'

/** 改预算: of this month and of those to come; never below what was approved already. */
export const setBudget: UseCase<'redemption.setBudget'> = async (context, { limit, version }) => {
  const { hat } = context.caller
  if (!hat || !granted('redemption.setBudget', hat.role, ['organisation'])) throw new Refusal('NOT_YOURS')
  const numbers = await numbersOf(cityIdOf(hat.organisation), context.now)
  return audited(context, 'redemption.setBudget', async (transaction) => {
    const { id, name, ancestors } = hat.organisation
    const { budget, isNew } = await budgetIn(transaction, id, context.now, numbers)
    if (budget.version !== version) throw new Refusal('BUDGET_STALE')
    if (limit < budget.spent) throw new Refusal('BUDGET_SPENT', { spent: budget.spent })
    const changed = { ...budget, limit, version: version + 1 }
    await saveBudget(transaction, changed, isNew)
    const standing = await transaction.get(budgets, budgetId(id))
    if (standing) await transaction.update(budgets, standing._id, { limit })
    else await transaction.add(budgets, { _id: budgetId(id), limit, spent: 0, version: 0 })
    return {
      answer: { limit, version: version + 1 },
      organisation: { _id: id, name, ancestors },
      words: `每月兑换预算 ${budget.limit} 分改为 ${limit} 分`,
    }
  })
}
