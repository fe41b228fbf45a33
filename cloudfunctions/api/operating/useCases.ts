import type { UseCases } from '../useCase.ts'
import { health } from './health.ts'

export { operatingContract as contract } from '../../../domain/operating/contract.ts'

/** What the router calls for each action whose use case stands here. */
export const useCases = {
  'system.health': health,
} satisfies Partial<UseCases>
