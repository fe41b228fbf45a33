import { escalate as decide } from '../../../domain/appeal/handing.ts'
import { Refusal } from '../../../domain/errors.ts'
import type { UseCase } from '../useCase.ts'
import { above as levelAbove, namedAt } from './naming.ts'
import { takeStep } from './step.ts'

/** 升级: one level up by hand, for a reason; the clock does the same when time is up. */
export const escalate: UseCase<'appeal.escalate'> = (context, { words, ...input }) =>
  takeStep(context, 'escalate', input, async (appeal, attempt) => {
    const above = await levelAbove(appeal)
    if (!above) throw new Refusal('NOTHING_ABOVE')
    return decide(appeal, attempt, above, await namedAt(above._id, appeal, context.now), { words })
  })
