import { missedLately, pausedUntil } from '../../../domain/task/standing.ts'
import { peopleById } from '../../store/people.ts'
import type { UseCase } from '../useCase.ts'
import { requireTask } from './change.ts'
import { requireOrganised } from './organised.ts'

/** 没来的: those who claimed and did not come, and whether they are paused for it. */
export const absent: UseCase<'task.absent'> = async ({ caller, now }, { id }) => {
  const task = requireOrganised('task.absent', await requireTask(id), caller)
  const missing = task.claims.filter(({ state }) => state === 'noShow')
  const known = missing.length > 0 ? await peopleById(missing.map(({ personId }) => personId)) : []
  const people = missing.map(({ personId, name }) => {
    const { volunteering } = known.find(({ _id }) => _id === personId) ?? {}
    const until = pausedUntil(volunteering, now)
    return {
      personId,
      name,
      missed: missedLately(volunteering, now).length,
      ...(until !== undefined && { pausedUntil: until }),
    }
  })
  return { people }
}
