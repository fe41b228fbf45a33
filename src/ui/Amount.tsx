import { View } from '@tarojs/components'
import './Amount.scss'

/** Points: the hexagon and a number. `big`: the balance at the head of a page. */
export function Amount({ points, big, unit = '分' }: { points: number; big?: boolean; unit?: string }) {
  return (
    <View className={`amount ${big ? 'amount-big' : ''}`}>
      <View className="amount-hexagon" />
      <View className="amount-number">
        {points.toLocaleString('en-US')}
        {!big && unit && ` ${unit}`}
      </View>
    </View>
  )
}
