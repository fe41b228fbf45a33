import { suspend as decide } from '../../../domain/appeal/handling.ts'
import type { UseCase } from '../useCase.ts'
import { takeStep } from './step.ts'

/** 挂起: waits for someone outside until a day; the second clock stands still. */
export const suspend: UseCase<'appeal.suspend'> = (context, { until, words, ...input }) =>
  takeStep(context, 'suspend', input, (appeal, attempt) => decide(appeal, attempt, until, words))
