import { reopen as decide } from '../../../domain/appeal/asking.ts'
import { countChildren } from '../../store/appeals.ts'
import type { UseCase } from '../useCase.ts'
import { above as levelAbove, namedAt } from './naming.ts'
import { takeStep } from './step.ts'

/** 重开: not done after all; one level up, on new clocks. */
export const reopen: UseCase<'appeal.reopen'> = (context, { words, ...input }) =>
  takeStep(context, 'reopen', input, async (appeal, attempt) => {
    const above = await levelAbove(appeal)
    const [named, children] = await Promise.all([
      namedAt(above?._id ?? appeal.organisation.id, appeal, context.now),
      // Those that ended with it follow it no more.
      appeal.children > 0 ? countChildren(appeal._id) : 0,
    ])
    return decide(appeal, attempt, above, named, words, children)
  })
