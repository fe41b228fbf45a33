import type { UseCases } from '../useCase.ts'
import { list } from './list.ts'
import { mine } from './mine.ts'
import { show } from './show.ts'

export { rankingContract as contract } from '../../../domain/points/ranking/contract.ts'

/** What the router calls for each action whose use case stands here. */
export const useCases = {
  'ranking.list': list,
  'ranking.mine': mine,
  'ranking.show': show,
} satisfies Partial<UseCases>
