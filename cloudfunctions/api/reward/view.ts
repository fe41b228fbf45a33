import { Refusal } from '../../../domain/errors.ts'
import { emptyAccount } from '../../../domain/points/account.ts'
import { spendable } from '../../../domain/points/expiry.ts'
import { pointsLimits } from '../../../domain/points/limits.ts'
import { isOffered, takenOf } from '../../../domain/points/reward.ts'
import { settingOf } from '../../../domain/settings/settings.ts'
import { accounts } from '../../store/accounts.ts'
import { openRedemptionsOf } from '../../store/redemptions.ts'
import { rewards } from '../../store/rewards.ts'
import { numbersOf } from '../../store/settings.ts'
import type { UseCase } from '../useCase.ts'
import { rewardRow } from './row.ts'

/** One reward: what it asks, where it is handed over, and what the caller lacks for it. */
export const view: UseCase<'reward.view'> = async ({ person, now }, { id }) => {
  const [reward, stored, open] = await Promise.all([
    rewards.get(id),
    accounts.get(person._id),
    openRedemptionsOf(person._id, pointsLimits.page),
  ])
  if (!reward || !isOffered(reward, now)) throw new Refusal('REWARD_NOT_FOUND')
  const account = stored ?? emptyAccount(person._id)
  const { words, organisation, pickUp, merchant, cancellable, until, bucket } = reward
  const mine = open.find((redemption) => redemption.reward.id === id)
  return {
    ...rewardRow(reward, now),
    codeDays: settingOf(await numbersOf(reward.scopes.at(-1) ?? reward.organisation.id, now), 'codeDays'),
    words,
    place: organisation,
    pickUp,
    handedBy: (merchant ?? organisation).name,
    cancellable,
    until,
    spendable: spendable(account, bucket, now),
    taken: takenOf(account, reward, now).count,
    ...(mine && { openId: mine._id }),
  }
}
