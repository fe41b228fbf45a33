import type { Reward, RewardKind } from '../../domain/points/reward.ts'
import { collection, command } from './collection.ts'
import { after, type Cursor } from './cursor.ts'
import { redemptions } from './redemptions.ts'

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

/** Lets the shop of an organisation, and what was asked for there and is not handed over, be its heir's. */
export async function renewShop(
  formerId: string,
  { _id, name, ancestors }: { _id: string; name: string; ancestors: string[] },
): Promise<void> {
  const change = { organisation: command.set({ id: _id, name }), scopes: [_id, ...ancestors] }
  await rewards.update({ 'organisation.id': formerId }, change)
  await redemptions.update(
    { scopes: formerId, state: command.in(['pending', 'approved']), 'organisation.id': formerId },
    change,
  )
}
