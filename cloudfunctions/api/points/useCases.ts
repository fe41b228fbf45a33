import type { UseCases } from '../useCase.ts'
import { mine } from './mine.ts'
import { reconcile } from './reconcile.ts'
import { rules } from './rules.ts'
import { statement } from './statement.ts'

export { pointsContract as contract } from '../../../domain/points/contract.ts'

/** What the router calls for each action whose use case stands here. */
export const useCases = {
  'points.mine': mine,
  'points.statement': statement,
  'points.rules': rules,
  'points.reconcile': reconcile,
} satisfies Partial<UseCases>
