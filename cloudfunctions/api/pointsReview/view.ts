import { Refusal } from '../../../domain/errors.ts'
import { fitsReview } from '../../../domain/points/review/review.ts'
import { reviews } from '../../store/reviews.ts'
import type { UseCase } from '../useCase.ts'
import { factsOf } from './facts.ts'

/** 待人工核对: one's own, step by step. */
export const view: UseCase<'pointsReview.view'> = async ({ person }, { id }) => {
  const review = await reviews.get(id)
  // Of others it says nothing, not even that it is there.
  if (review?.personId !== person._id) throw new Refusal('REVIEW_NOT_FOUND')
  return {
    ...factsOf(review),
    title: review.cause.title,
    appealable: fitsReview('appeal', review.state),
    steps: review.log.map(({ action, at, words }) => ({ action, at, words })),
  }
}
