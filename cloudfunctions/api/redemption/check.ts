import { Refusal } from '../../../domain/errors.ts'
import { tradeNames } from '../../../domain/people/roles.ts'
import { requireRedeemable } from '../../../domain/points/redeeming.ts'
import { uncountRate } from '../../store/people.ts'
import { redemptionByCode } from '../../store/redemptions.ts'
import { requestKey } from '../audited.ts'
import type { UseCase } from '../useCase.ts'
import { isSigned } from './signature.ts'

/**
 * The clerk's look at a code: who and what. Every try counts against the rate (domain/people/rates.ts) until the code
 * was right, so that of a burst none is guessed.
 */
export const check: UseCase<'redemption.check'> = async (context, { code, signature }) => {
  const { person, caller, now } = context
  const redemption = await redemptionByCode(code)
  const known = redemption && redemption.state !== 'pending' && redemption.expiresAt > 0
  if (!known || (signature !== undefined && !isSigned(redemption, signature)))
    throw new Refusal('REDEEM_CODE_WRONG')
  await uncountRate(person, 'redemption.check', requestKey(context))
  requireRedeemable(redemption, { caller, now })
  const { _id, reward, points, history, expiresAt } = redemption
  return {
    id: _id,
    name: reward.name,
    unit: reward.unit,
    points,
    who: history.nickname ?? (history.trade ? tradeNames[history.trade] : '本人'),
    expiresAt,
  }
}
