import { groups } from '../../store/groups.ts'
import type { UseCase } from '../useCase.ts'

/** Which group chat the caller came from, and to whom it is bound. */
export const here: UseCase<'group.here'> = async ({ groupId }) => {
  if (groupId === null) return { group: null, known: false }
  const group = await groups.get(groupId)
  return { group: group ? { name: group.name, organisation: group.organisation } : null, known: true }
}
