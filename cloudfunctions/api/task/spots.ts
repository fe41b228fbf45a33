import { Refusal } from '../../../domain/errors.ts'
import { taskLimits } from '../../../domain/task/limits.ts'
import type { Claim } from '../../../domain/task/task.ts'
import { tasksToSpotCheck } from '../../store/tasks.ts'
import { cursorOf, paged } from '../page.ts'
import type { UseCase } from '../useCase.ts'
import { claimView } from './claimView.ts'
import { taskOf } from './toVerify.ts'

/** 抽查: of what communities below verified, the tenth that is looked at again. */
export const spots: UseCase<'task.spots'> = async ({ person, caller }, { cursor }) => {
  const organisation = caller.hat?.organisation
  if (!organisation) throw new Refusal('NOT_YOURS')
  const found = await tasksToSpotCheck(organisation.area, cursorOf(cursor), taskLimits.page + 1)
  return paged(
    found,
    taskLimits.page,
    ({ from }) => from,
    (task) => ({
      task: taskOf(task),
      claims: task.claims
        .filter(({ spot }) => spot === 'open')
        .map((claim) => ({ ...claimView(claim, person._id), ...lockedFor(person._id, claim) })),
    }),
  )
}

function lockedFor(reader: string, { personId, verdict }: Claim) {
  if (personId === reader) return { locked: 'own' as const }
  return verdict?.by.personId === reader ? { locked: 'judged' as const } : {}
}
