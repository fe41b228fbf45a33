import type { Output } from '../../../domain/contract.ts'
import { sumOf, type Transfer } from '../../../domain/points/ledger.ts'
import { pointsLimits } from '../../../domain/points/limits.ts'
import type { Review } from '../../../domain/points/review/review.ts'
import { reviewsById } from '../../store/reviews.ts'
import { statementOf } from '../../store/transfers.ts'
import { cursorOf, paged } from '../page.ts'
import type { UseCase } from '../useCase.ts'

/** 流水: the caller's own, a month's, each line with its sum, what it was for, and what of it is judged. */
export const statement: UseCase<'points.statement'> = async ({ person }, { month, cursor }) => {
  const found = await statementOf(person._id, month, cursorOf(cursor), pointsLimits.page + 1)
  const ids = found.flatMap(({ _id, held }) => (held === undefined ? [] : [_id]))
  const judged = ids.length > 0 ? await reviewsById(ids) : []
  return paged(
    found,
    pointsLimits.page,
    ({ at }) => at,
    (transfer) =>
      entryOf(
        transfer,
        judged.find(({ _id }) => _id === transfer._id),
      ),
  )
}

/** A transfer as its person reads it. */
export function entryOf(
  { _id, kind, bucket, at, title, arithmetic, limit, legs, cause, held }: Transfer,
  review?: Pick<Review, 'state'>,
): Output<'points.statement'>['rows'][number] {
  const { about } = cause
  // What is handed over was taken from what is held; the line says what it cost.
  const points = kind === 'spend' ? sumOf(legs, 'held') : sumOf(legs, 'available')
  return {
    id: _id,
    kind,
    bucket,
    at,
    title,
    arithmetic,
    ...(limit !== undefined && { limit }),
    points,
    ...(about && { about }),
    ...(held !== undefined && review && { held: { points: held, state: review.state } }),
  }
}
