import type { UseCases } from '../useCase.ts'
import { changeRules } from './changeRules.ts'
import { figures } from './figures.ts'
import { rules } from './rules.ts'

export { reliefContract as contract } from '../../../domain/relief/contract.ts'

/** What the router calls for each action whose use case stands here. */
export const useCases = {
  'relief.rules': rules,
  'relief.changeRules': changeRules,
  'relief.figures': figures,
} satisfies Partial<UseCases>
