import { View } from '@tarojs/components'
import './Points.scss'

/** So many points, after their hexagon. */
export function Points({ points }: { points: number }) {
  return (
    <View className="points">
      <View className="points-hexagon" />
      <View>{points} 分</View>
    </View>
  )
}
