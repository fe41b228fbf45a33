import { reopen as decide } from '../../../domain/appeal/asking.ts'
import type { UseCase } from '../useCase.ts'
import { above as levelAbove, namedAt } from './naming.ts'
import { takeStep } from './step.ts'

/** 重开: not done after all; one level up, on new clocks. */
export const reopen: UseCase<'appeal.reopen'> = (context, { words, ...input }) =>
  takeStep(context, 'reopen', input, async (appeal, attempt) => {
    const above = await levelAbove(appeal)
    const named = await namedAt(above?._id ?? appeal.organisation.id, appeal, context.now)
    return decide(appeal, attempt, above, named, words)
  })
