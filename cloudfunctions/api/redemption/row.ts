import type { Output } from '../../../domain/contract.ts'
import type { Redemption } from '../../../domain/points/redemption.ts'

/** A redemption as its person's lists show it. */
export function redemptionRow({
  _id,
  reward,
  points,
  state,
  createdAt,
  pickUp,
  handedBy,
  expiresAt,
}: Redemption): Output<'redemption.mine'>['rows'][number] {
  return {
    id: _id,
    name: reward.name,
    unit: reward.unit,
    kind: reward.kind,
    ...(reward.photo !== undefined && { photo: reward.photo }),
    points,
    state,
    at: createdAt,
    pickUp,
    place: handedBy.name,
    expiresAt,
  }
}
