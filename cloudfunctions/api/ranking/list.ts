import { Refusal } from '../../../domain/errors.ts'
import type { Person } from '../../../domain/people/person.ts'
import { rankingLimits } from '../../../domain/points/ranking/limits.ts'
import { periodsAt } from '../../../domain/points/ranking/periods.ts'
import { boardOf, teamsOf } from '../../../domain/points/ranking/standing.ts'
import { ranked } from '../../store/rankings.ts'
import { cursorOf, paged } from '../page.ts'
import type { UseCase } from '../useCase.ts'

/** 上榜的: of a community, district or team of the caller's own, the most points first. */
export const list: UseCase<'ranking.list'> = async ({ person, now }, { of, teamId, period, cursor }) => {
  const scope = of === 'team' ? ownTeam(person, teamId, now) : placesAround(person)[of]
  if (scope === undefined) return { rows: [] }
  const board = boardOf(scope, periodsAt(now)[period])
  return paged(
    await ranked(board, 'points', cursorOf(cursor), rankingLimits.page + 1),
    rankingLimits.page,
    ({ points }) => points,
    ({ _id, name, points, personId }) => ({ id: _id, name, points, mine: personId === person._id }),
  )
}

function ownTeam(person: Person, teamId: string | undefined, now: number): string {
  const team = teamsOf(person, now).find((id) => id === teamId)
  if (team === undefined) throw new Refusal('NOT_YOURS')
  return team
}

/** The community where somebody registered, and its district. */
export function placesAround({ community }: Person): { community?: string; district?: string } {
  const district = community?.ancestors?.at(-2)
  return { ...(community && { community: community.id }), ...(district !== undefined && { district }) }
}
