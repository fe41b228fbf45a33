import { confirm as decide } from '../../../domain/appeal/asking.ts'
import type { UseCase } from '../useCase.ts'
import { takeStep } from './step.ts'

/** The person's one tap: 满意, 部分, 不满意. */
export const confirm: UseCase<'appeal.confirm'> = (context, { answer, words, ...input }) =>
  takeStep(context, 'confirm', input, (appeal, attempt) => decide(appeal, attempt, answer, words))
