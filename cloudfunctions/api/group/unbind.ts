import { Refusal } from '../../../domain/errors.ts'
import { granted } from '../../../domain/permission.ts'
import { standingTo } from '../../../domain/place/organisation.ts'
import { groups } from '../../store/groups.ts'
import { organisations } from '../../store/organisations.ts'
import type { UseCase } from '../useCase.ts'

/** 解开: the group belongs to nobody any more; its claims stay where they are. */
export const unbind: UseCase<'group.unbind'> = async ({ caller }, { id }) => {
  const group = await groups.get(id)
  // Unbound already, by the same request or another.
  if (!group) return {}
  const organisation = await organisations.get(group.organisation.id)
  const standing = organisation && standingTo(organisation, caller.hat)
  if (!granted('group.unbind', caller.hat?.role, standing ? [standing] : [])) throw new Refusal('NOT_YOURS')
  await groups.remove(id)
  return {}
}
