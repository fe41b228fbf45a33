import { reverse } from '../../domain/points/booking.ts'
import type { Cause, Payable, Reversal } from '../../domain/points/cause.ts'
import type { Reused } from '../../domain/points/flags.ts'
import { reckon } from '../../domain/points/reckoning.ts'
import { type Judging, judgedKey, reverseHeld, settle } from '../../domain/points/review/judging.ts'
import { transferId } from '../../domain/points/transfer.ts'
import { accountIn, book } from '../store/accounts.ts'
import { organisations } from '../store/organisations.ts'
import { rulesFor } from '../store/pointsRules.ts'
import { reviews, saveReview } from '../store/reviews.ts'
import { inTransaction, type Transaction } from '../store/transaction.ts'
import { BookedBefore, transfers } from '../store/transfers.ts'
import { reusedBy } from './prints.ts'

/**
 * Pays a cause, or takes back what one has paid: transfer and account in one transaction, at most six wire requests.
 * Where a flag is found the payment is held instead, in the same transaction: the transfer of the cause says so, and a
 * review waits for a person. However often it is called for the same key, and by however many at once, it is booked
 * once. `reused`: photos of it that showed something else before.
 */
export async function pay(cause: Payable, now: number, reused: readonly Reused[] = []): Promise<void> {
  try {
    await (cause.kind === 'reversal' ? takeBack(cause, now) : payOut(cause, reused, now))
  } catch (error) {
    if (!(error instanceof BookedBefore)) throw error
  }
}

/**
 * Pays who waits to see it. What photos show is paid by the timer within the minute: they have to be looked at first,
 * and nobody's request waits for that.
 */
export async function payAtOnce(causes: readonly Payable[] | undefined, now: number): Promise<void> {
  for (const cause of causes ?? []) if (!hasPhotos(cause)) await pay(cause, now)
}

/** What could not be paid, in its order, and the first thing that went wrong. */
export interface Unpaid {
  left: Payable[]
  error?: unknown
}

/**
 * Pays the causes of one document as long as there is time, in their order: what is taken back was paid before. A photo
 * that can't be read now holds up its own payment, and what takes that one back; the others are paid.
 */
export async function payAll(
  causes: readonly Payable[],
  now: number,
  isTime: () => boolean = () => true,
): Promise<Unpaid> {
  const unpaid: Unpaid = { left: [] }
  for (const cause of causes) {
    const isHeldUp = cause.kind === 'reversal' && unpaid.left.some(({ key }) => key === cause.reverses)
    if (isHeldUp || !isTime()) {
      unpaid.left.push(cause)
      continue
    }
    try {
      await pay(cause, now, cause.kind === 'reversal' ? [] : await reusedBy(cause))
    } catch (error) {
      unpaid.left.push(cause)
      unpaid.error ??= error
    }
  }
  return unpaid
}

const hasPhotos = (cause: Payable): boolean =>
  cause.kind !== 'reversal' && (cause.evidence?.photos ?? []).length > 0

async function payOut(cause: Cause, reused: readonly Reused[], now: number): Promise<void> {
  const { community, city } = await rulesFor(cause.communityId, cause.cityId)
  await inTransaction(async (transaction) => {
    const account = await accountIn(transaction, cause.personId)
    if (account.closed) return
    const reckoned = reckon(cause, account.paid, community, city)
    if (!reckoned) return
    const { booking, held } = settle(account, cause, reckoned, reused, now)
    await book(transaction, account, booking)
    if (held) await transaction.add(reviews, held(await judgingPlace(transaction, cause)))
  })
}

/** Whose officers judge: of where it was done, or of who alone may see it; of the city where that is gone. */
async function judgingPlace(transaction: Transaction, cause: Cause): Promise<Judging> {
  const { communityId, cityId, evidence } = cause
  const own = await transaction.get(organisations, evidence?.confidentialTo ?? communityId)
  const place = own?.mergedInto ? await transaction.get(organisations, own.mergedInto.id) : own
  const found = place ?? (await transaction.get(organisations, cityId))
  if (!found) throw new Error('nobody is there to judge')
  return found
}

async function takeBack(reversal: Reversal, now: number): Promise<void> {
  const stands = await transfers.get(transferId(reversal.reverses))
  // Who came too late to be among the first was paid nothing.
  if (!stands) return
  await inTransaction(async (transaction) => {
    const account = await accountIn(transaction, reversal.personId)
    if (stands.held === undefined) return book(transaction, account, reverse(account, stands, reversal, now))
    const review = await transaction.get(reviews, stands._id)
    if (!review) throw new Error('a payment is held and nobody judges it')
    const judged = await transaction.get(transfers, transferId(judgedKey(reversal.reverses)))
    const after = reverseHeld(account, review, { stands, judged }, reversal, now)
    await book(transaction, account, ...after.bookings)
    if (after.review !== review) await saveReview(transaction, after.review)
  })
}
