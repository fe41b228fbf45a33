import { dispatch as decide } from '../../../domain/appeal/handing.ts'
import { Refusal } from '../../../domain/errors.ts'
import type { UseCase } from '../useCase.ts'
import { namedAt } from './naming.ts'
import { requireTarget } from './requireTarget.ts'
import { takeStep } from './step.ts'

/** 派单: a dispatcher hands it to an organisation of the same city, and sets the category right. */
export const dispatch: UseCase<'appeal.dispatch'> = (
  context,
  { words, organisationId, category, hard, ...input },
) =>
  takeStep(context, 'dispatch', input, async (appeal, attempt) => {
    if (hard && context.caller.hat?.role !== 'supervisor') throw new Refusal('HARD_NOT_YOURS')
    const target = await requireTarget(appeal, organisationId)
    const named = await namedAt(target._id, appeal, context.now)
    return decide(appeal, attempt, target, named, words, { category, hard })
  })
