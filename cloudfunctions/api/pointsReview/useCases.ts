import type { UseCases } from '../useCase.ts'
import { appeal } from './appeal.ts'
import { judge } from './judge.ts'
import { queue } from './queue.ts'
import { view } from './view.ts'

export { pointsReviewContract as contract } from '../../../domain/points/review/contract.ts'

/** What the router calls for each action whose use case stands here. */
export const useCases = {
  'pointsReview.queue': queue,
  'pointsReview.judge': judge,
  'pointsReview.view': view,
  'pointsReview.appeal': appeal,
} satisfies Partial<UseCases>
