import { followUp as decide } from '../../../domain/appeal/asking.ts'
import type { UseCase } from '../useCase.ts'
import { takeStep } from './step.ts'

/** 回访: somebody who did not handle it has asked the person, or tried to. */
export const followUp: UseCase<'appeal.followUp'> = (context, { answer, words, ...input }) =>
  takeStep(context, 'followUp', input, (appeal, attempt) => decide(appeal, attempt, answer, words))
