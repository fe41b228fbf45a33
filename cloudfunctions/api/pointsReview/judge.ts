import { maskContacts } from '../../../domain/appeal/privacy.ts'
import { Refusal } from '../../../domain/errors.ts'
import { granted } from '../../../domain/permission.ts'
import { standingTo } from '../../../domain/place/organisation.ts'
import { flags } from '../../../domain/points/flags.ts'
import { judge as decide } from '../../../domain/points/review/judging.ts'
import { type Review, reviewNames, reviewSteps } from '../../../domain/points/review/review.ts'
import { reviewNotices } from '../../../domain/points/review/telling.ts'
import { accountIn, book } from '../../store/accounts.ts'
import { deliver } from '../../store/notices.ts'
import { reviews, saveReview } from '../../store/reviews.ts'
import { audited, requestKey } from '../audited.ts'
import type { Context, UseCase } from '../useCase.ts'

/** 照发 or 不发: the judgement, its payment and the audit in one transaction; the person is told with the reason. */
export const judge: UseCase<'pointsReview.judge'> = async (context, { id, version, pays, words }) => {
  const { caller, now } = context
  const attempt = { caller, now, key: requestKey(context) }
  let told: Review | undefined
  const answer = await audited(context, 'pointsReview.judge', async (transaction) => {
    const review = requireJudgeable(await transaction.get(reviews, id), caller)
    if (review.version !== version) throw new Refusal('REVIEW_MOVED', { state: reviewNames[review.state] })
    const account = await accountIn(transaction, review.personId)
    const after = decide(account, review, { pays, words: maskContacts(words) }, attempt)
    await book(transaction, account, ...after.bookings)
    await saveReview(transaction, after.review)
    told = after.review
    const done = after.review.log.at(-1)?.action ?? 'hold'
    const why = review.flags.map(({ flag }) => flags[flag].name).join('、')
    const { id: _id, name } = review.organisation
    return {
      answer: { id, state: after.review.state },
      organisation: { _id, name, ancestors: review.scopes.slice(1) },
      words: `${reviewSteps[done].name} ${review.reckoned.points} 分（${why}）${words && `：${words}`}`,
    }
  })
  // The same request again tells what it may not have told; whom this misses, the timer tells.
  const after = told ?? (await reviews.get(id))
  if (after) await deliver(reviewNotices({ ...after, outbox: after.outbox.slice(-1) }))
  return answer
}

/** A held payment that the hat may judge; refuses what is not there and what is not theirs. */
function requireJudgeable(review: Review | undefined, { hat }: Context['caller']): Review {
  if (!review) throw new Refusal('REVIEW_NOT_FOUND')
  const { organisation, scopes } = review
  const standing = standingTo({ _id: organisation.id, ancestors: scopes.slice(1) }, hat)
  if (!granted('pointsReview.judge', hat?.role, standing ? [standing] : [])) throw new Refusal('NOT_YOURS')
  return review
}
