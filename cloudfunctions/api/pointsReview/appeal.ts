import { maskContacts } from '../../../domain/appeal/privacy.ts'
import { Refusal } from '../../../domain/errors.ts'
import { appeal as decide } from '../../../domain/points/review/judging.ts'
import { reviews, saveReview } from '../../store/reviews.ts'
import { inTransaction } from '../../store/transaction.ts'
import { requestKey } from '../audited.ts'
import type { UseCase } from '../useCase.ts'

/** 申诉, once, with a sentence: somebody else judges it, or the street. */
export const appeal: UseCase<'pointsReview.appeal'> = (context, { id, words }) => {
  const { caller, now, person } = context
  const key = requestKey(context)
  return inTransaction(async (transaction) => {
    const review = await transaction.get(reviews, id)
    if (review?.personId !== person._id) throw new Refusal('REVIEW_NOT_FOUND')
    if (review.log.some((event) => event.key === key)) return { id, state: 'appealed' as const }
    // For oneself, whatever hat one wears.
    const own = { ...caller, hat: undefined }
    const after = decide(review, maskContacts(words), { caller: own, now, key })
    await saveReview(transaction, after)
    return { id, state: after.state }
  })
}
