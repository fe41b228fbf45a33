import type { Parsed, TaskRow } from '../../../domain/contract.ts'
import { cellsAround } from '../../../domain/place/cell.ts'
import { metresBetween, type Point } from '../../../domain/place/geography.ts'
import { taskLimits } from '../../../domain/task/limits.ts'
import { pageSorted } from '../../../domain/task/sorting.ts'
import { organisations } from '../../store/organisations.ts'
import { tasksNear, tasksOfAreas, tasksOfTeams } from '../../store/tasks.ts'
import { cursorOf, paged } from '../page.ts'
import type { Context, UseCase } from '../useCase.ts'
import { rowOf } from './row.ts'

/** Tasks near a position; of the caller's community and what lies above it, where position is refused; of their teams. */
export const list: UseCase<'task.list'> = (context, input) => {
  const { of, position } = input
  if (of === 'near' && position) return near(context, input, position)
  return of === 'team' ? ofTeams(context, input) : ofAreas(context, input)
}

type Asked = Parsed<'task.list'>
type Page = Promise<{ rows: TaskRow[]; next?: string }>

// What is near and not over is a bounded handful: read at once, then sorted as asked for.
async function near({ person, now }: Context, { kind, sort, cursor }: Asked, position: Point): Page {
  const found = await tasksNear(cellsAround(position), now, kind, taskLimits.nearRead)
  const around = found.filter(
    ({ place }) => place.point && metresBetween(position, place.point) <= taskLimits.nearby,
  )
  const rows = around.map((task) => rowOf(task, { personId: person._id, position, now }))
  return pageSorted(rows, sort, cursorOf(cursor), taskLimits.page)
}

async function ofAreas(context: Context, { kind, cursor, communityId, position }: Asked): Page {
  const { person, now } = context
  const community = communityId ?? person.community?.id
  if (community === undefined) return { rows: [] }
  const place = await organisations.get(community)
  const areas = place ? [place._id, ...place.ancestors] : []
  const found = await tasksOfAreas(areas, kind, cursorOf(cursor), taskLimits.page + 1)
  return paged(
    found,
    taskLimits.page,
    ({ from }) => from,
    (task) => rowOf(task, { personId: person._id, position, now }),
  )
}

async function ofTeams({ person, now }: Context, { kind, cursor, position }: Asked): Page {
  const teams = teamsOf(person, now)
  if (teams.length === 0) return { rows: [] }
  const found = await tasksOfTeams(teams, kind, cursorOf(cursor), taskLimits.page + 1)
  return paged(
    found,
    taskLimits.page,
    ({ from }) => from,
    (task) => rowOf(task, { personId: person._id, position, now }),
  )
}

/** The teams that somebody belongs to: whoever holds any appointment there. */
const teamsOf = ({ appointments }: Context['person'], now: number): string[] =>
  appointments.flatMap(({ organisation, until }) =>
    organisation.kind === 'team' && (until === null || until > now) ? [organisation.id] : [],
  )
