import { requireOpenable } from '../../../domain/place/edits.ts'
import { organisations } from '../../store/organisations.ts'
import type { UseCase } from '../useCase.ts'
import { touch } from './administered.ts'
import { eachOf, standing } from './batch.ts'

/** 重新启用: what was closed and not taken over, below what is in use; what is above is opened before what is below. */
export const open: UseCase<'organisation.open'> = (context, { ids }) =>
  eachOf(context, 'organisation.open', ids, 'downwards', async (transaction, organisation) => {
    const { parentId } = organisation
    const parent = parentId === null ? undefined : await transaction.get(organisations, parentId)
    requireOpenable(organisation, parent)
    if (parent) await touch(transaction, parent, context.now)
    return { change: standing(organisation, true), words: '重新启用' }
  })
