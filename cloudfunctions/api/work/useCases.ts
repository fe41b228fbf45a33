import type { UseCases } from '../useCase.ts'
import { queues } from './queues.ts'
import { today } from './today.ts'

export { dutyContract as contract } from '../../../domain/duty/contract.ts'

/** What the router calls for each action whose use case stands here. */
export const useCases = {
  'work.today': today,
  'work.queues': queues,
} satisfies Partial<UseCases>
