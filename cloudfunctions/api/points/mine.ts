import { availableOf, emptyAccount, heldOf } from '../../../domain/points/account.ts'
import { expiringSoon, spendable } from '../../../domain/points/expiry.ts'
import type { Bucket } from '../../../domain/points/ledger.ts'
import { pointsLimits } from '../../../domain/points/limits.ts'
import { accounts } from '../../store/accounts.ts'
import { openRedemptionsOf } from '../../store/redemptions.ts'
import { redemptionRow } from '../redemption/row.ts'
import type { UseCase } from '../useCase.ts'

/** 我的积分: both buckets apart, what is promised, what expires next. */
export const mine: UseCase<'points.mine'> = async ({ person, now }) => {
  const [stored, open] = await Promise.all([
    accounts.get(person._id),
    openRedemptionsOf(person._id, pointsLimits.page),
  ])
  const account = stored ?? emptyAccount(person._id)
  const of = (bucket: Bucket) => {
    const balance = account.buckets[bucket]
    const available = Math.min(availableOf(balance), spendable(account, bucket, now))
    return { available, held: heldOf(balance), owed: -balance.owed }
  }
  const expiring = expiringSoon(account, 'volunteer', now)
  return {
    volunteer: of('volunteer'),
    supervision: of('supervision'),
    ...(expiring && { expiring }),
    open: open.map(redemptionRow),
  }
}
