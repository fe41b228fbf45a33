import { maskContacts } from '../../../domain/appeal/privacy.ts'
import type { Output } from '../../../domain/contract.ts'
import { Refusal, refusalSentence } from '../../../domain/errors.ts'
import { granted } from '../../../domain/permission.ts'
import { explain, type Found, flags } from '../../../domain/points/flags.ts'
import { pointsLimits } from '../../../domain/points/limits.ts'
import { lockOf } from '../../../domain/points/review/judging.ts'
import type { Review, ReviewAction } from '../../../domain/points/review/review.ts'
import { reviewsAt } from '../../store/reviews.ts'
import { cursorOf, paged } from '../page.ts'
import type { UseCase } from '../useCase.ts'
import { factsOf } from './facts.ts'

type Row = Output<'pointsReview.queue'>['rows'][number]

/** 积分核对: what waits, each with why and the facts, photos beside it. Whose it is plays no part, and is not said. */
export const queue: UseCase<'pointsReview.queue'> = async ({ caller }, { of, cursor }) => {
  const { hat, personId } = caller
  if (!hat || !granted('pointsReview.queue', hat.role, ['organisation'])) throw new Refusal('NOT_YOURS')
  const found = await reviewsAt(hat.organisation.id, of, cursorOf(cursor), pointsLimits.reviews + 1)
  return paged(
    found,
    pointsLimits.reviews,
    ({ since }) => since,
    (review) => rowOf(review, personId),
  )
}

function rowOf(review: Review, caller: string): Row {
  const locked = lockOf(review, caller)
  const denied = saidAt(review, 'deny')
  const plea = saidAt(review, 'appeal')
  return {
    ...factsOf(review),
    place: review.organisation.name,
    photos: review.cause.evidence?.photos ?? [],
    flags: review.flags.map(flagOf),
    ...(denied !== undefined && { denied }),
    ...(plea !== undefined && { plea }),
    ...(locked && { locked: refusalSentence(locked) }),
  }
}

const saidAt = ({ log }: Review, wanted: ReviewAction): string | undefined =>
  log.find(({ action }) => action === wanted)?.words

function flagOf(found: Found): Row['flags'][number] {
  const { name } = flags[found.flag]
  const words = maskContacts(explain(found))
  if (found.flag !== 'photoReused') return { name, words }
  const { photo, before } = found
  return { name, words, photos: { now: photo, ...(before?.photo !== undefined && { before: before.photo }) } }
}
