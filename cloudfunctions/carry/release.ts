import type { Transfer } from '../../domain/points/ledger.ts'
import type { RedeemAttempt } from '../../domain/points/redeeming.ts'
import { giveUp, holdKey } from '../../domain/points/redeeming.ts'
import type { Redemption } from '../../domain/points/redemption.ts'
import { transferId } from '../../domain/points/transfer.ts'
import { accountIn, book } from '../store/accounts.ts'
import { command } from '../store/collection.ts'
import { redemptions } from '../store/redemptions.ts'
import { rewards } from '../store/rewards.ts'
import { inTransaction, type Transaction } from '../store/transaction.ts'
import { transfers } from '../store/transfers.ts'

/** The transfer that holds what a redemption costs; it never changes. */
export async function heldBy(redemptionId: string): Promise<Transfer> {
  const held = await transfers.get(transferId(holdKey(redemptionId)))
  if (!held) throw new Error('a redemption was asked for and holds nothing')
  return held
}

/** Saves what a step made of a redemption, in the transaction of the step. */
export function saveRedemption(transaction: Transaction, { _id, ...fields }: Redemption): Promise<void> {
  const { reward, organisation, handedBy, history, ...plain } = fields
  return transaction.update(redemptions, _id, {
    ...plain,
    reward: command.set(reward),
    organisation: command.set(organisation),
    handedBy: command.set(handedBy),
    history: command.set(history),
  })
}

/**
 * 不批, 不要了, 过期: points, stock and limit are free again, all in one transaction. `check` sees the redemption as it
 * stands; the same key again changes nothing.
 */
export async function releaseRedemption(
  id: string,
  action: 'reject' | 'cancel' | 'expire' | 'leave',
  attempt: RedeemAttempt,
  words: string,
  check: (redemption: Redemption | undefined) => Redemption,
): Promise<Redemption> {
  const held = await transfers.get(transferId(holdKey(id)))
  return inTransaction(async (transaction) => {
    const redemption = check(await transaction.get(redemptions, id))
    if (redemption.log.some(({ key }) => key === attempt.key)) return redemption
    if (!held) throw new Error('a redemption was asked for and holds nothing')
    const account = await accountIn(transaction, redemption.personId)
    const reward = await transaction.get(rewards, redemption.reward.id)
    const done = giveUp(account, reward, redemption, held, action, attempt, words)
    await book(transaction, account, done.booking)
    await saveRedemption(transaction, done.redemption)
    if (done.stock) await transaction.update(rewards, redemption.reward.id, done.stock)
    return done.redemption
  })
}
