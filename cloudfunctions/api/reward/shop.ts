import { Refusal } from '../../../domain/errors.ts'
import { emptyAccount } from '../../../domain/points/account.ts'
import { spendable } from '../../../domain/points/expiry.ts'
import { pointsLimits } from '../../../domain/points/limits.ts'
import { isOffered } from '../../../domain/points/reward.ts'
import { accounts } from '../../store/accounts.ts'
import { organisations } from '../../store/organisations.ts'
import { rewardsOf } from '../../store/rewards.ts'
import { cursorOf, paged } from '../page.ts'
import { city } from '../points/city.ts'
import type { Context, UseCase } from '../useCase.ts'
import { rewardRow } from './row.ts'

/** 积分超市: what the caller's community or their city offers, cheapest first. */
export const shop: UseCase<'reward.shop'> = async (context, { of, kind, cursor }) => {
  const { person, now } = context
  const place = await placeOf(context, of)
  const [account, found] = await Promise.all([
    accounts.get(person._id),
    rewardsOf(place.id, { shown: true, kind }, cursorOf(cursor), pointsLimits.page + 1),
  ])
  const { rows, next } = paged(
    found,
    pointsLimits.page,
    ({ cost }) => cost,
    (reward) => reward,
  )
  return {
    place,
    spendable: spendable(account ?? emptyAccount(person._id), 'volunteer', now),
    rows: rows.filter((reward) => isOffered(reward, now)).map((reward) => rewardRow(reward, now)),
    ...(next && { next }),
  }
}

async function placeOf({ person }: Context, of: 'community' | 'city'): Promise<{ id: string; name: string }> {
  if (of === 'community' && person.community) return person.community
  const community = person.community && (await organisations.get(person.community.id))
  const found = await organisations.get(community?.ancestors.at(-1) ?? (await city()))
  if (!found) throw new Refusal('CITY_NOT_READY')
  return { id: found._id, name: found.name }
}
