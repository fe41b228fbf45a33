import { View } from '@tarojs/components'
import { Tap } from '../../ui/Tap'
import { Tick } from './Tick'

/** How many wait, and one tick for all that can be approved. */
export function QueueHead({ count, all, onAll }: { count: number; all: boolean; onAll: () => void }) {
  return (
    <View className="queue-head">
      <View className="heading">待批 {count} 件</View>
      <Tap className="queue-all" role="switch" checked={all} onTap={onAll}>
        <View>全选能批的</View>
        <Tick on={all} />
      </Tap>
    </View>
  )
}
