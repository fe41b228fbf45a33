import type { UseCases } from '../useCase.ts'
import { list } from './list.ts'
import { mine } from './mine.ts'
import { show } from './show.ts'

/** What the router calls for each action whose use case stands here. */
export const rankingUseCases = {
  'ranking.list': list,
  'ranking.mine': mine,
  'ranking.show': show,
} satisfies Partial<UseCases>
