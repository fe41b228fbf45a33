import { answerRelief as answered } from '../../../domain/relief/deciding.ts'
import { countWaived } from '../../store/tallies.ts'
import type { UseCase } from '../useCase.ts'
import { takeCountedStep } from './countedStep.ts'

/** 平台答复: what the platform wrote back; what it waives counts into the month's figure of the committee. */
export const answerRelief: UseCase<'appeal.answerRelief'> = (
  context,
  { answer: outcome, yuan, words, ...input },
) =>
  takeCountedStep(context, 'answerRelief', input, async (appeal, attempt, transaction) => {
    const decision = answered(appeal, attempt, { outcome, yuan, words })
    const waived = decision.patch.reliefCase?.answer?.yuan ?? 0
    if (outcome !== 'refused') await countWaived(transaction, appeal.organisation.id, waived, context.now)
    return decision
  })
