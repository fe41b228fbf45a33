import { withdraw as decide } from '../../../domain/appeal/asking.ts'
import type { UseCase } from '../useCase.ts'
import { takeStep } from './step.ts'

/** 撤回: by the person, before it is resolved. */
export const withdraw: UseCase<'appeal.withdraw'> = (context, { words, ...input }) =>
  takeStep(context, 'withdraw', input, (appeal, attempt) => decide(appeal, attempt, words))
