import { type Booking, pay as decidePayment, reverse } from '../../domain/points/booking.ts'
import type { Cause, Payable, Reversal } from '../../domain/points/cause.ts'
import { reckon } from '../../domain/points/reckoning.ts'
import { transferId } from '../../domain/points/transfer.ts'
import { accountIn, book } from '../store/accounts.ts'
import { rulesFor } from '../store/pointsRules.ts'
import { inTransaction } from '../store/transaction.ts'
import { BookedBefore, transfers } from '../store/transfers.ts'

/**
 * Pays a cause, or takes back what one has paid: transfer and account in one transaction, at most six wire requests.
 * However often it is called for the same key, and by however many at once, it is booked once.
 */
export async function pay(cause: Payable, now: number): Promise<void> {
  try {
    await (cause.kind === 'reversal' ? takeBack(cause, now) : payOut(cause, now))
  } catch (error) {
    if (!(error instanceof BookedBefore)) throw error
  }
}

/** Pays the causes of one document, in their order: what is taken back was paid before. */
export async function payAll(causes: readonly Payable[] | undefined, now: number): Promise<void> {
  for (const cause of causes ?? []) await pay(cause, now)
}

async function payOut(cause: Cause, now: number): Promise<void> {
  const { community, city } = await rulesFor(cause.communityId, cause.cityId)
  await inTransaction(async (transaction): Promise<Booking | undefined> => {
    const account = await accountIn(transaction, cause.personId)
    const reckoned = reckon(cause, account.paid, community, city)
    if (!reckoned) return undefined
    const booking = decidePayment(account, cause, reckoned, now)
    await book(transaction, account, booking)
    return booking
  })
}

async function takeBack(reversal: Reversal, now: number): Promise<void> {
  const paid = await transfers.get(transferId(reversal.reverses))
  // Who came too late to be among the first was paid nothing.
  if (!paid) return
  await inTransaction(async (transaction) => {
    const account = await accountIn(transaction, reversal.personId)
    await book(transaction, account, reverse(account, paid, reversal, now))
  })
}
