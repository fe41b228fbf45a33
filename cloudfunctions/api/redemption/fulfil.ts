import { Refusal } from '../../../domain/errors.ts'
import { fulfil as decide } from '../../../domain/points/redeeming.ts'
import { redemptionNotice } from '../../../domain/points/telling.ts'
import { heldBy, saveRedemption } from '../../carry/release.ts'
import { accountIn, book } from '../../store/accounts.ts'
import { deliver } from '../../store/notices.ts'
import { redemptions } from '../../store/redemptions.ts'
import { inTransaction } from '../../store/transaction.ts'
import { requestKey } from '../audited.ts'
import type { UseCase } from '../useCase.ts'

/** 核销: handed over once, whoever else stands at another counter with the same code. */
export const fulfil: UseCase<'redemption.fulfil'> = async (context, { id, code }) => {
  const attempt = { caller: context.caller, now: context.now, key: requestKey(context) }
  const found = await redemptions.get(id)
  // Whoever knows an id does not know its code.
  if (!found || found.code !== code || found.state === 'pending') throw new Refusal('REDEEM_CODE_WRONG')
  const held = await heldBy(id)
  const done = await inTransaction(async (transaction) => {
    const redemption = await transaction.get(redemptions, id)
    if (!redemption) throw new Refusal('REDEMPTION_NOT_FOUND')
    if (redemption.log.some(({ key }) => key === attempt.key)) return redemption
    const account = await accountIn(transaction, redemption.personId)
    const step = decide(account, redemption, held, attempt)
    await book(transaction, account, step.booking)
    await saveRedemption(transaction, step.redemption)
    return step.redemption
  })
  await deliver([redemptionNotice(done)])
  return { id, at: done.updatedAt }
}
