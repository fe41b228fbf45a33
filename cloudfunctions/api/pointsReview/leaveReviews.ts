import { drop } from '../../../domain/points/review/judging.ts'
import { fitsReview } from '../../../domain/points/review/review.ts'
import { accounts } from '../../store/accounts.ts'
import { forgetEvidence, openReviewsOf, reviews, saveReview } from '../../store/reviews.ts'
import { inTransaction } from '../../store/transaction.ts'
import { requestKey } from '../audited.ts'
import type { Context } from '../useCase.ts'

const atOnce = 20

/** Before somebody is deleted: what waits for a judgement waits no more, and where they were is forgotten. */
export async function leaveReviews(context: Context): Promise<void> {
  const { person, caller, now } = context
  const attempt = { caller, now, key: requestKey(context) }
  for (;;) {
    const open = await openReviewsOf(person._id, atOnce)
    for (const { _id } of open)
      await inTransaction(async (transaction) => {
        const review = await transaction.get(reviews, _id)
        if (review && fitsReview('drop', review.state)) await saveReview(transaction, drop(review, attempt))
      })
    if (open.length < atOnce) break
  }
  await accounts.update({ _id: person._id }, { traces: [] })
  await forgetEvidence(person._id)
}
