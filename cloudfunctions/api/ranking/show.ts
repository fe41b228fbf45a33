import { emptyStanding, presented } from '../../../domain/points/ranking/counting.ts'
import { changeStanding } from '../../store/rankings.ts'
import type { UseCase } from '../useCase.ts'

/** 不上榜, or back: nobody else sees them on any board from now on; what they earn goes on being counted. */
export const show: UseCase<'ranking.show'> = async ({ person, now }, { shown }) => {
  await changeStanding(
    person._id,
    (before) => presented(before ?? emptyStanding(person), { shown }, now),
    now,
  )
  return {}
}
