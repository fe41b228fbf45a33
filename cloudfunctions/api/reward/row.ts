import type { Output } from '../../../domain/contract.ts'
import { leftOf, type Reward } from '../../../domain/points/reward.ts'

/** A reward as a shop shows it. */
export function rewardRow(reward: Reward, now: number): Output<'reward.shop'>['rows'][number] {
  const { _id, name, kind, photo, cost, bucket, unit, stock, perPerson } = reward
  return {
    id: _id,
    name,
    kind,
    ...(photo !== undefined && { photo }),
    cost,
    bucket,
    unit,
    left: leftOf(reward, now),
    stock,
    perPerson,
  }
}
