import type { Appeal } from '../appeal/appeal.ts'
import { type Attempt, type Decision, step } from '../appeal/decisions.ts'
import { handledBy } from '../appeal/possible.ts'
import { fits } from '../appeal/states.ts'
import { Refusal } from '../errors.ts'
import type { Caller } from '../people/roles.ts'
import { claimDays, type Filing, isClaimed } from './filing.ts'

const day = 86_400_000

/**
 * The person for whom it was filed becomes the one who asks, once. Refuses codes that are spent or too old, who filed
 * it, and whoever has handled it: nobody handles their own (docs/decisions/05).
 */
export function claim(appeal: Appeal, filing: Filing, attempt: Attempt & { caller: Caller }): Decision {
  const { personId } = attempt.caller
  if (filing.claimedAt !== null || isClaimed(appeal)) throw new Refusal('CLAIM_TAKEN')
  if (attempt.now > filing.at + claimDays * day || !fits('claim', appeal.state))
    throw new Refusal('CLAIM_OVER', { limit: claimDays })
  const involved = [appeal.filedBy, appeal.responsible].some((who) => who?.personId === personId)
  if (involved || handledBy(appeal, personId)) throw new Refusal('CLAIM_OWN')
  const caller = { personId, hat: undefined }
  const named = appeal.named?.personId === personId ? { named: null } : {}
  return step(appeal, 'claim', appeal.state, { ...attempt, caller }, {}, named)
}
