import type { UseCases } from '../useCase.ts'
import { held } from './held.ts'
import { judge } from './judge.ts'

export { safetyContract as contract } from '../../../domain/safety/contract.ts'

/** What the router calls for each action whose use case stands here. */
export const useCases = { 'content.judge': judge, 'content.held': held } satisfies Partial<UseCases>
