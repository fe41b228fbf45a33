import { moved, requireVersion, unsettledBy } from '../../../domain/place/edits.ts'
import { nameKeys } from '../../../domain/place/nameKeys.ts'
import { countBelow, organisationChange, organisations } from '../../store/organisations.ts'
import { audited } from '../audited.ts'
import type { UseCase } from '../useCase.ts'
import { administered, requireFreeName, requireSettledAbove, touch } from './administered.ts'

/** 移动: under another parent. What is below it and what it holds follow in small batches (settle). */
export const move: UseCase<'organisation.move'> = (context, { id, version, parentId }) =>
  audited(context, 'organisation.move', async (transaction) => {
    const organisation = await administered('organisation.move', context, id, transaction)
    const parent = await administered('organisation.move', context, parentId, transaction)
    requireVersion(organisation, version)
    const placement = moved(organisation, parent)
    await requireSettledAbove(parent)
    await requireFreeName(parent, organisation.name)
    const unsettled = unsettledBy('move', 1 + (await countBelow(id)))
    await transaction.update(
      organisations,
      id,
      organisationChange({
        ...placement,
        nameKeys: nameKeys({ ...organisation, ...placement }),
        version: version + 1,
        unsettled,
      }),
    )
    await touch(transaction, parent, context.now)
    // Both those who had it and those who have it now find it in their audit.
    const ancestors = [...new Set([...placement.ancestors, ...organisation.ancestors])]
    return {
      answer: { id, version: version + 1 },
      organisation: { ...organisation, ancestors },
      words: `从${organisation.location}移到${parent.name}下面`,
    }
  })
