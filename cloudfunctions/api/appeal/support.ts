import { setTimeout } from 'node:timers/promises'
import { support as decide } from '../../../domain/appeal/asking.ts'
import { limits } from '../../../domain/appeal/limits.ts'
import { Refusal } from '../../../domain/errors.ts'
import type { UseCase } from '../useCase.ts'
import { takeStep } from './step.ts'

// Of twenty at once somebody gets through each time; after that the phone asks again.
const tries = 40
const longestWait = 60

/** 我也看到: somebody passes by and sees the same; they are told how it ends. */
export const support: UseCase<'appeal.support'> = async (context, input) => {
  // Whatever hat they wear, they saw it as anybody does.
  const passing = { ...context, caller: { ...context.caller, hat: undefined } }
  for (let left = tries - 1; ; left -= 1) {
    try {
      return await takeStep(passing, 'support', input, (appeal, attempt) =>
        decide(appeal, attempt, limits.supporters),
      )
    } catch (error) {
      // It depends on no version, so a step that came first is no reason to ask the person again.
      const overtaken = error instanceof Refusal && error.code === 'STALE'
      if (!overtaken || left === 0) throw error
      await setTimeout(Math.random() * longestWait)
    }
  }
}
