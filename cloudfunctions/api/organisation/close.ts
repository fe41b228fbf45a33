import { requireClosable, servedArea, servedKinds } from '../../../domain/place/edits.ts'
import { countWork } from '../../store/appealWork.ts'
import { countChildren } from '../../store/organisations.ts'
import type { UseCase } from '../useCase.ts'
import { eachOf, standing } from './batch.ts'

/** 关闭: those that have nothing below them and nothing in hand; what is below is closed before what is above. */
export const close: UseCase<'organisation.close'> = (context, { ids }) =>
  eachOf(context, 'organisation.close', ids, 'upwards', async (_, organisation) => {
    const area = servedArea(organisation)
    // Counted after the transaction began: what comes below it meanwhile touches it and is a conflict.
    const [children, working, served] = await Promise.all([
      countChildren(organisation._id),
      countWork(organisation._id, {}),
      area === undefined ? 0 : countChildren(area, servedKinds),
    ])
    requireClosable(organisation, { children, working, served })
    return { change: standing(organisation, false), words: '关闭' }
  })
