import { decline as decide } from '../../../domain/appeal/asking.ts'
import type { UseCase } from '../useCase.ts'
import { takeStep } from './step.ts'

/** 不予受理: for a reason of the closed list. */
export const decline: UseCase<'appeal.decline'> = (context, { reason, words, ...input }) =>
  takeStep(context, 'decline', input, (appeal, attempt) => decide(appeal, attempt, reason, words))
