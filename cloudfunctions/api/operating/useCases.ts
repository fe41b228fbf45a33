import type { UseCases } from '../useCase.ts'
import { health } from './health.ts'

/** What the router calls for each action whose use case stands here. */
export const operatingUseCases = {
  'system.health': health,
} satisfies Partial<UseCases>
