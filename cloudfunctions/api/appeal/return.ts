import { giveBack as decide } from '../../../domain/appeal/handing.ts'
import { Refusal } from '../../../domain/errors.ts'
import { organisationsById } from '../../store/organisations.ts'
import type { UseCase } from '../useCase.ts'
import { namedAt } from './naming.ts'
import { takeStep } from './step.ts'

/** 退单: not ours, with a reason and a proposal. */
export const giveBack: UseCase<'appeal.return'> = (context, { words, proposedId, ...input }) =>
  takeStep(context, 'return', input, async (appeal, attempt) => {
    const { id, name, catchAllId } = appeal.organisation
    if (proposedId === id) throw new Refusal('ORGANISATION_SAME', { organisation: name })
    if (catchAllId === null) throw new Refusal('NOTHING_ABOVE')
    const [found, named] = await Promise.all([
      organisationsById([...new Set([catchAllId, proposedId])]),
      namedAt(catchAllId, appeal, context.now),
    ])
    const catchAll = found.find((organisation) => organisation._id === catchAllId)
    const proposed = found.find((organisation) => organisation._id === proposedId)
    if (!catchAll || !proposed?.active) throw new Refusal('ORGANISATION_NOT_FOUND')
    return decide(appeal, attempt, catchAll, named, { id: proposed._id, name: proposed.name }, words)
  })
