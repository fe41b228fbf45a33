import type { Appeal } from '../../../domain/appeal/appeal.ts'
import type { Decision } from '../../../domain/appeal/decisions.ts'
import { Refusal } from '../../../domain/errors.ts'
import { appeals, stepChange } from '../../store/appeals.ts'
import { inTransaction } from '../../store/transaction.ts'
import type { Context } from '../useCase.ts'
import { answeredBefore, attemptOf, type Done, type PersonsAttempt, told } from './step.ts'

interface TwoDecisions {
  child: Decision
  other?: { appeal: Appeal; decision: Decision }
}

/** A step that two appeals take together: both logs say so, or neither. */
export async function takeTwoSteps(
  context: Context,
  id: string,
  decide: (
    child: Appeal,
    load: (id: string) => Promise<Appeal | undefined>,
    attempt: PersonsAttempt,
  ) => Promise<TwoDecisions>,
): Promise<Done> {
  const attempt = attemptOf(context)
  const { child, decision } = await inTransaction(async (transaction) => {
    const child = await transaction.get(appeals, id)
    if (!child) throw new Refusal('APPEAL_NOT_FOUND')
    if (wasTaken(child, attempt)) return { child }
    const decided = await decide(child, (other) => transaction.get(appeals, other), attempt)
    await transaction.update(appeals, id, stepChange(decided.child))
    const { other } = decided
    if (other) await transaction.update(appeals, other.appeal._id, stepChange(other.decision))
    return { child, decision: decided.child }
  })
  if (decision) return told(child, decision)
  const before = await answeredBefore(child, attempt)
  if (!before) throw new Error('a step was taken and is not in the log')
  return before
}

const wasTaken = ({ events }: Appeal, { caller, requestId }: PersonsAttempt): boolean =>
  events.some((event) => event.requestId === requestId && event.actor.personId === caller.personId)
