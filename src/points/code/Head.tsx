import { View } from '@tarojs/components'
import type { RedemptionRow } from '../../../domain/contract'
import { Picture } from '../Picture'
import { RedemptionBadge } from '../RedemptionBadge'

const costs: Record<RedemptionRow['state'], string> = {
  pending: '分，领的时候才扣',
  approved: '分，领的时候才扣',
  fulfilled: '分，已经扣了',
  rejected: '分退回来了',
  cancelled: '分退回来了',
  expired: '分退回来了',
}

/** What it is and how it stands. */
export function Head({
  redemption: { name, unit, kind, photo, points, state },
}: {
  redemption: RedemptionRow
}) {
  return (
    <View className="redeem-head">
      <Picture kind={kind} url={photo} small />
      <View className="redeem-words">
        <View className="heading">
          {name} 1 {unit}
        </View>
        <View className="meta">
          {points} {costs[state]}
        </View>
        <View className="redeem-badge">
          <RedemptionBadge state={state} />
        </View>
      </View>
    </View>
  )
}
