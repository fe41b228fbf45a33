import { type Numbers, settingOf } from '../../../domain/settings/settings.ts'
import { type Budget, budgetId, budgets, monthBudgetId } from '../../store/redemptions.ts'
import type { Transaction } from '../../store/transaction.ts'

/** What an organisation may approve in the month of a moment; a new month begins with the standing budget, else the city's. */
export async function budgetOf(
  read: (id: string) => Promise<Budget | undefined>,
  organisationId: string,
  now: number,
  numbers: Numbers,
): Promise<{ budget: Budget; isNew: boolean }> {
  const id = monthBudgetId(organisationId, now)
  const found = await read(id)
  if (found) return { budget: found, isNew: false }
  const standing = await read(budgetId(organisationId))
  return {
    budget: { _id: id, limit: standing?.limit ?? settingOf(numbers, 'monthBudget'), spent: 0, version: 0 },
    isNew: true,
  }
}

export const budgetIn = (transaction: Transaction, organisationId: string, now: number, numbers: Numbers) =>
  budgetOf((id) => transaction.get(budgets, id), organisationId, now, numbers)

/** Saves a month's budget in the transaction of what it pays. */
export async function saveBudget(transaction: Transaction, budget: Budget, isNew: boolean): Promise<void> {
  if (isNew) await transaction.add(budgets, budget)
  else
    await transaction.update(budgets, budget._id, {
      spent: budget.spent,
      limit: budget.limit,
      version: budget.version,
    })
}
