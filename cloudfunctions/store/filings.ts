import type { Appeal } from '../../domain/appeal/appeal.ts'
import type { Filing } from '../../domain/filing/filing.ts'
import { appeals } from './appeals.ts'
import { collection, command } from './collection.ts'
import { inTransaction } from './transaction.ts'

/** What was filed for somebody else: how they can be reached, and their code. By the appeal's id. */
export const filings = collection<Filing>('filings')

/** Stores an appeal with its filing, both or neither; what is there already stays, and is what was stored first. */
export function addFiled(appeal: Appeal, filing: Filing): Promise<{ appeal: Appeal; filing: Filing }> {
  return inTransaction(async (transaction) => {
    const before = await transaction.get(appeals, appeal._id)
    if (before) return { appeal: before, filing: (await transaction.get(filings, appeal._id)) ?? filing }
    await transaction.add(appeals, appeal)
    await transaction.add(filings, filing)
    return { appeal, filing }
  })
}

export async function filingOf(code: string): Promise<Filing | undefined> {
  return (await filings.find({ where: { code }, limit: 1 }))[0]
}

/** Filings that nobody has claimed, of these appeals. */
export function unclaimed(appealIds: readonly string[]): Promise<Filing[]> {
  return filings.find({
    where: { _id: command.in([...appealIds]), claimedAt: null },
    limit: appealIds.length,
    without: ['phone', 'nickname'],
  })
}
