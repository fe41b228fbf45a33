import { randomBytes, randomInt } from 'node:crypto'
import { Refusal } from '../../../domain/errors.ts'
import { checkDigit, codeLength } from '../../../domain/points/code.ts'
import { ask as decide } from '../../../domain/points/redeeming.ts'
import type { Redemption } from '../../../domain/points/redemption.ts'
import type { Reward } from '../../../domain/points/reward.ts'
import { accountIn, book } from '../../store/accounts.ts'
import { redemptions } from '../../store/redemptions.ts'
import { rewards } from '../../store/rewards.ts'
import { inTransaction } from '../../store/transaction.ts'
import { BookedBefore } from '../../store/transfers.ts'
import { requestKey } from '../audited.ts'
import type { Context, UseCase } from '../useCase.ts'

/** Of hundreds who want the same piece somebody gets through each time; the others soon see that it is gone. */
const attempts = 60

/** 兑换: points, piece and limit in one transaction, at most nine wire requests. */
export const ask: UseCase<'redemption.ask'> = async (context, { rewardId }) => {
  const id = requestKey(context)
  try {
    return receipt(await asked(context, id, rewardId))
  } catch (error) {
    if (!(error instanceof Refusal) && !(error instanceof BookedBefore)) throw error
    // What the request did the first time may be why it can't be done again.
    const before = await redemptions.get(id)
    if (before) return receipt(before)
    throw error
  }
}

function asked(context: Context, id: string, rewardId: string): Promise<Redemption> {
  const { caller, person, now } = context
  const attempt = { caller: { ...caller, hat: undefined }, now, key: id }
  return inTransaction(async (transaction) => {
    const reward = await transaction.get(rewards, rewardId)
    if (!reward) throw new Refusal('REWARD_NOT_FOUND')
    requireIsFor(reward, context)
    const account = await accountIn(transaction, person._id)
    const made = { id, code: newCode(), secret: randomBytes(16).toString('hex'), person }
    const { redemption, booking, stock } = decide(account, reward, made, attempt)
    await book(transaction, account, booking)
    await transaction.add(redemptions, redemption)
    if (stock) await transaction.update(rewards, rewardId, stock)
    return redemption
  }, attempts)
}

/** A community's shop is for who registered with it, the city's for who registered anywhere. */
function requireIsFor({ organisation, scopes }: Reward, { person }: Context): void {
  const isCity = scopes.length === 1
  if (!person.community || (!isCity && person.community.id !== organisation.id))
    throw new Refusal('REWARD_ELSEWHERE', { name: organisation.name })
}

function newCode(): string {
  const nine = Array.from({ length: codeLength - 1 }, () => randomInt(10)).join('')
  return nine + checkDigit(nine)
}

const receipt = ({ _id, log }: Redemption) => {
  if (!log[0]) throw new Error('a redemption without its first event')
  return { id: _id, state: 'pending' as const }
}
