import { Refusal } from '../../../domain/errors.ts'
import { areaSeenFrom } from '../../../domain/place/organisation.ts'
import { attendance } from '../../../domain/task/attendance.ts'
import { taskLimits } from '../../../domain/task/limits.ts'
import { tasksOnBoard } from '../../store/tasks.ts'
import { cursorOf, paged } from '../page.ts'
import type { UseCase } from '../useCase.ts'
import { rowOf } from './row.ts'

const phases = {
  draft: { phase: 'draft', listed: false },
  open: { phase: 'published', listed: true },
  over: { phase: 'published', listed: false },
  cancelled: { phase: 'cancelled', listed: false },
} as const

/** What the organisation, or its area, asks volunteers for; the last one first. */
export const board: UseCase<'task.board'> = async ({ person, caller, now }, { state, cursor }) => {
  const organisation = caller.hat?.organisation
  if (!organisation) throw new Refusal('NOT_YOURS')
  const scope = areaSeenFrom(organisation) ?? organisation.id
  const found = await tasksOnBoard(scope, phases[state], cursorOf(cursor), taskLimits.page + 1)
  return paged(
    found,
    taskLimits.page,
    ({ from }) => from,
    ({ claims, ...task }) => ({
      ...rowOf(task, { personId: person._id, now }),
      ...attendance(task, claims, now),
    }),
  )
}
