import { dispatch as decide } from '../../../domain/appeal/decisions.ts'
import { Refusal } from '../../../domain/errors.ts'
import { organisations } from '../../store/organisations.ts'
import type { UseCase } from '../useCase.ts'
import { takeStep } from './step.ts'

/** 派单: a dispatcher hands it to an organisation of the same city. */
export const dispatch: UseCase<'appeal.dispatch'> = (context, { words, organisationId, ...input }) =>
  takeStep(context, 'dispatch', input, async (appeal, attempt) => {
    const target = await organisations.get(organisationId)
    const city = appeal.organisation.ancestors.at(-1)
    if (!target?.active || target.ancestors.at(-1) !== city) throw new Refusal('ORGANISATION_NOT_FOUND')
    if (target._id === appeal.organisation.id)
      throw new Refusal('ORGANISATION_SAME', { organisation: target.name })
    return decide(appeal, attempt, target, words)
  })
