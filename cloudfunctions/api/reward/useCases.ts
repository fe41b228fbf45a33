import type { UseCases } from '../useCase.ts'
import { list } from './list.ts'
import { merchants } from './merchants.ts'
import { save } from './save.ts'
import { shop } from './shop.ts'
import { view } from './view.ts'

export { pointsContract as contract } from '../../../domain/points/contract.ts'

/** What the router calls for each action whose use case stands here. */
export const useCases = {
  'reward.shop': shop,
  'reward.view': view,
  'reward.list': list,
  'reward.save': save,
  'reward.merchants': merchants,
} satisfies Partial<UseCases>
