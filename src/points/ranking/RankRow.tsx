import { View } from '@tarojs/components'
import type { Placed } from './standing'

/** Somebody on the board: place, what they call themselves, points; my own is marked. */
export function RankRow({ row: { place, name, points, mine } }: { row: Placed }) {
  return (
    <View className={`rank ${mine ? 'rank-mine' : ''}`}>
      <View className={`rank-place ${place <= 3 ? 'rank-first' : ''}`}>{place}</View>
      <View className="rank-name said">{mine ? `${name}（我）` : name}</View>
      <View className="rank-points">{points} 分</View>
    </View>
  )
}
