import type { Appeal } from '../../../domain/appeal/appeal.ts'
import { check, type Decision } from '../../../domain/appeal/decisions.ts'
import { Refusal } from '../../../domain/errors.ts'
import { appeals, stepChange } from '../../store/appeals.ts'
import { inTransaction, type Transaction } from '../../store/transaction.ts'
import type { Context } from '../useCase.ts'
import { answeredBefore, attemptOf, type Done, type PersonsAttempt, told } from './step.ts'

/**
 * A step of a relief that something is counted by: the step and the count change together or not at all, so a number
 * is never left out nor given twice, and the same request again counts nothing.
 */
export async function takeCountedStep(
  context: Context,
  action: 'decideRelief' | 'answerRelief',
  { id, version }: { id: string; version: number },
  decide: (appeal: Appeal, attempt: PersonsAttempt, transaction: Transaction) => Promise<Decision>,
): Promise<Done> {
  const attempt = attemptOf(context)
  const { appeal, decision } = await inTransaction(async (transaction) => {
    const appeal = await transaction.get(appeals, id)
    if (!appeal) throw new Refusal('APPEAL_NOT_FOUND')
    if (wasTaken(appeal, attempt)) return { appeal }
    check(appeal, action, attempt, version)
    const decision = await decide(appeal, attempt, transaction)
    await transaction.update(appeals, id, stepChange(decision))
    return { appeal, decision }
  })
  if (decision) return told(appeal, decision)
  const before = await answeredBefore(appeal, attempt)
  if (!before) throw new Error('a step was taken and is not in the log')
  return before
}

const wasTaken = ({ events }: Appeal, { caller, requestId }: PersonsAttempt): boolean =>
  events.some((event) => event.requestId === requestId && event.actor.personId === caller.personId)
