import { noVolunteering, pausedUntil } from '../../../domain/task/standing.ts'
import type { UseCase } from '../useCase.ts'

/** What the caller said of themselves as a volunteer. */
export const view: UseCase<'volunteer.view'> = async ({ person, now }) => {
  const { tags, riding } = person.volunteering ?? noVolunteering
  const until = pausedUntil(person.volunteering, now)
  return { tags, riding, ...(until !== undefined && { pausedUntil: until }) }
}
