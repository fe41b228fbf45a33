import { Refusal } from '../../../domain/errors.ts'
import { groupFigures, groupLimits } from '../../../domain/group/group.ts'
import { groupsOf } from '../../store/groups.ts'
import { cursorOf, paged } from '../page.ts'
import type { UseCase } from '../useCase.ts'

/** The group chats of the organisation, and how fast its tasks are taken there. */
export const list: UseCase<'group.list'> = async ({ caller }, { cursor }) => {
  const organisation = caller.hat?.organisation
  if (!organisation) throw new Refusal('NOT_YOURS')
  const found = await groupsOf(organisation.id, cursorOf(cursor), groupLimits.page + 1)
  return paged(
    found,
    groupLimits.page,
    ({ at }) => at,
    (group) => ({ id: group._id, name: group.name, at: group.at, ...groupFigures(group) }),
  )
}
