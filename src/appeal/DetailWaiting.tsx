import { View } from '@tarojs/components'
import { LoadingCard, LoadingLine } from '../ui/States'
import './DetailHead.scss'

/** Grey bars where an appeal will be. */
export function DetailWaiting({ slow }: { slow: boolean }) {
  return (
    <View className="side detail-parts">
      <LoadingLine />
      <LoadingLine wide />
      <LoadingCard rows={1} />
      <LoadingCard rows={2} />
      {slow && <View className="meta">信号不太好，还在取</View>}
    </View>
  )
}
