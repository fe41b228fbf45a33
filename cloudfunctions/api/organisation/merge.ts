import {
  requireMergeable,
  requireVersion,
  servedArea,
  servedKinds,
  unsettledBy,
} from '../../../domain/place/edits.ts'
import { nameKeys } from '../../../domain/place/nameKeys.ts'
import { countAt } from '../../store/appealMoves.ts'
import { countChildren, organisationChange, organisations } from '../../store/organisations.ts'
import { countStaff } from '../../store/people.ts'
import { audited } from '../audited.ts'
import type { UseCase } from '../useCase.ts'
import { administered, requireSettledAbove, touch } from './administered.ts'

/** 并入: closed at once, so that nothing new comes; its appeals and people follow in small batches (settle). */
export const merge: UseCase<'organisation.merge'> = (context, { id, version, heirId }) =>
  audited(context, 'organisation.merge', async (transaction) => {
    const organisation = await administered('organisation.merge', context, id, transaction)
    const heir = await administered('organisation.merge', context, heirId, transaction)
    requireVersion(organisation, version)
    const area = servedArea(organisation)
    const [children, served, appeals, staff] = await Promise.all([
      countChildren(id),
      area === undefined ? 0 : countChildren(area, servedKinds),
      countAt(id),
      countStaff(id),
    ])
    requireMergeable(organisation, heir, { children, served })
    await requireSettledAbove(heir)
    await transaction.update(
      organisations,
      id,
      organisationChange({
        active: false,
        nameKeys: nameKeys({ ...organisation, active: false }),
        mergedInto: { id: heir._id, name: heir.name },
        unsettled: unsettledBy('merge', appeals + staff),
        version: version + 1,
      }),
    )
    await touch(transaction, heir, context.now)
    return {
      answer: { id, version: version + 1 },
      organisation,
      words: `并入${heir.name}，带着 ${appeals} 件诉求和 ${staff} 位工作人员`,
    }
  })
