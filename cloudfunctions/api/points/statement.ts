import type { Output } from '../../../domain/contract.ts'
import { sumOf, type Transfer } from '../../../domain/points/ledger.ts'
import { pointsLimits } from '../../../domain/points/limits.ts'
import { statementOf } from '../../store/transfers.ts'
import { cursorOf, paged } from '../page.ts'
import type { UseCase } from '../useCase.ts'

/** 流水: the caller's own, a month's, each line with its sum and what it was for. */
export const statement: UseCase<'points.statement'> = async ({ person }, { month, cursor }) =>
  paged(
    await statementOf(person._id, month, cursorOf(cursor), pointsLimits.page + 1),
    pointsLimits.page,
    ({ at }) => at,
    entryOf,
  )

/** A transfer as its person reads it. */
export function entryOf({
  _id,
  kind,
  bucket,
  at,
  title,
  arithmetic,
  limit,
  legs,
  cause,
}: Transfer): Output<'points.statement'>['rows'][number] {
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
  }
}
