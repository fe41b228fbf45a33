import { urge as decide } from '../../../domain/appeal/asking.ts'
import type { UseCase } from '../useCase.ts'
import { takeStep } from './step.ts'

/** 催办: the person asks for haste, once a day. */
export const urge: UseCase<'appeal.urge'> = (context, { words, ...input }) =>
  takeStep(context, 'urge', input, (appeal, attempt) => decide(appeal, attempt, words))
