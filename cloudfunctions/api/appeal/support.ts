import { support as decide } from '../../../domain/appeal/asking.ts'
import { limits } from '../../../domain/appeal/limits.ts'
import type { UseCase } from '../useCase.ts'
import { takeStep } from './step.ts'

/** 我也看到: somebody passes by and sees the same; they are told how it ends. */
export const support: UseCase<'appeal.support'> = (context, input) => {
  // Whatever hat they wear, they saw it as anybody does.
  const passing = { ...context, caller: { ...context.caller, hat: undefined } }
  return takeStep(passing, 'support', input, (appeal, attempt) => decide(appeal, attempt, limits.supporters))
}
