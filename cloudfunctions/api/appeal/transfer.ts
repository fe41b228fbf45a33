import { transfer as decide } from '../../../domain/appeal/handing.ts'
import { Refusal } from '../../../domain/errors.ts'
import { organisations } from '../../store/organisations.ts'
import type { UseCase } from '../useCase.ts'
import { namedAt } from './naming.ts'
import { requireTarget } from './requireTarget.ts'
import { takeStep } from './step.ts'

/** 转派: to another organisation of the same branch; the clocks go on. */
export const transfer: UseCase<'appeal.transfer'> = (context, { words, organisationId, ...input }) =>
  takeStep(context, 'transfer', input, async (appeal, attempt) => {
    const [target, holder, named] = await Promise.all([
      requireTarget(appeal, organisationId),
      organisations.get(appeal.organisation.id),
      namedAt(organisationId, appeal, context.now),
    ])
    if (target.parentId !== holder?.parentId) throw new Refusal('OTHER_BRANCH', { organisation: target.name })
    return decide(appeal, attempt, target, named, words)
  })
