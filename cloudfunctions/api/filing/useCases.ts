import type { UseCases } from '../useCase.ts'
import { claim } from './claim.ts'
import { list } from './list.ts'

export { filingContract as contract } from '../../../domain/filing/contract.ts'

/** What the router calls for each action whose use case stands here. */
export const useCases = {
  'filing.list': list,
  'filing.claim': claim,
} satisfies Partial<UseCases>
