import type { Reward, RewardKind } from '../../domain/points/reward.ts'
import { collection } from './collection.ts'
import { after, type Cursor } from './cursor.ts'

/** What can be had for points. */
export const rewards = collection<Reward>('rewards')

/** What an organisation's shop shows, cheapest first. */
export function rewardsOf(
  organisationId: string,
  { shown, kind }: { shown: boolean; kind?: RewardKind | undefined },
  from: Cursor | undefined,
  limit: number,
): Promise<Reward[]> {
  const where = { 'organisation.id': organisationId, shown, ...(kind && { kind }) }
  return rewards.find({
    where: from ? after(where, ['cost', 'asc'], from) : where,
    sort: [
      ['cost', 'asc'],
      ['_id', 'asc'],
    ],
    limit,
  })
}
