import type { UseCases } from '../useCase.ts'
import { answer } from './answer.ts'
import { changeRules } from './changeRules.ts'
import { decide } from './decide.ts'
import { figures } from './figures.ts'
import { rules } from './rules.ts'

/** What the router calls for each action whose use case stands here. */
export const reliefUseCases = {
  'appeal.decideRelief': decide,
  'appeal.answerRelief': answer,
  'relief.rules': rules,
  'relief.changeRules': changeRules,
  'relief.figures': figures,
} satisfies Partial<UseCases>
