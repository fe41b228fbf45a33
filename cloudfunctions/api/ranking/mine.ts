import type { Output } from '../../../domain/contract.ts'
import type { Person } from '../../../domain/people/person.ts'
import { type Period, periodsAt } from '../../../domain/points/ranking/periods.ts'
import { boardOf, boardsAt, teamsOf } from '../../../domain/points/ranking/standing.ts'
import { command } from '../../store/collection.ts'
import { standings, teamTotals } from '../../store/rankings.ts'
import type { UseCase } from '../useCase.ts'
import { placesAround } from './list.ts'

type Board = Output<'ranking.mine'>['boards'][number]

/** 我的名次: what the caller has on each board of theirs, and their teams together; one read, one more with teams. */
export const mine: UseCase<'ranking.mine'> = async ({ person, now }) => {
  const teams = teamsOf(person, now)
  const ids = boardsAt(teams, now)
  const [standing, totals] = await Promise.all([
    standings.get(person._id),
    ids.length > 0 ? teamTotals.find({ where: { _id: command.in(ids) }, limit: ids.length }) : [],
  ])
  const own = new Map(standing?.sums.map(({ board, points }) => [board, points]))
  const together = new Map(totals.map(({ _id, points }) => [_id, points]))
  const of = periodsAt(now)
  const read = (points: Map<string, number>, scope: string) => {
    const at = (period: Period) => points.get(boardOf(scope, of[period])) ?? 0
    return { month: at('month'), quarter: at('quarter'), year: at('year') }
  }
  const { community, district } = placesAround(person)
  const boards: Board[] = [
    ...(person.community && community !== undefined
      ? [
          {
            of: 'community' as const,
            id: community,
            name: person.community.name,
            points: read(own, community),
          },
        ]
      : []),
    ...(district !== undefined
      ? [{ of: 'district' as const, id: district, name: '全区', points: read(own, district) }]
      : []),
    ...teams.map((id) => ({
      of: 'team' as const,
      id,
      name: teamName(person, id),
      points: read(own, id),
      together: read(together, id),
    })),
  ]
  return { shown: standing?.shown ?? true, boards }
}

const teamName = ({ appointments }: Person, id: string): string =>
  appointments.find(({ organisation }) => organisation.id === id)?.organisation.name ?? ''
