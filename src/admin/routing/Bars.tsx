import { View } from '@tarojs/components'
import { Card } from '../../ui/Card'
import { Meter } from '../../ui/Meter'

/** Bars of how many of each, the longest first. */
export function Bars({ bars }: { bars: readonly { text: string; count: number }[] }) {
  const most = Math.max(...bars.map(({ count }) => count), 1)
  return (
    <Card>
      {bars.map(({ text, count }) => (
        <View className="bar" key={text}>
          <View className="bar-words">
            <View className="said">{text}</View>
            <View className="strong bar-count">{count} 件</View>
          </View>
          <Meter used={count / most} label={`${text} ${count} 件`} />
        </View>
      ))}
    </Card>
  )
}
