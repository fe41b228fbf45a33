import type { UseCases } from '../useCase.ts'
import { today } from './today.ts'

/** What the router calls for each action whose use case stands here. */
export const workUseCases = {
  'work.today': today,
} satisfies Partial<UseCases>
