import { noVolunteering } from '../../../domain/task/standing.ts'
import { command } from '../../store/collection.ts'
import { people } from '../../store/people.ts'
import type { UseCase } from '../useCase.ts'

/** 五员 and the hours in which somebody rides; what they missed stays. */
export const save: UseCase<'volunteer.save'> = async ({ person }, { tags, riding }) => {
  const where = { _id: person._id, 'volunteering.missed': command.exists(true) }
  if ((await people.update(where, { 'volunteering.tags': tags, 'volunteering.riding': riding })) === 0)
    await people.update(
      { _id: person._id, volunteering: command.exists(false) },
      { volunteering: { ...noVolunteering, tags, riding } },
    )
  return {}
}
