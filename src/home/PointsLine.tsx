import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useReturn } from '../call/useFreshness'
import { useRead } from '../call/useRead'
import { Amount } from '../ui/Amount'
import { Icon } from '../ui/Icon'
import { Tap } from '../ui/Tap'
import './PointsLine.scss'

/** What one has to spend, and the way to the points; nothing while it is not known. */
export function PointsLine() {
  const { data, seen, reload } = useRead('points.mine', {})
  useReturn(reload)
  const points = data ?? seen?.data
  if (!points) return null
  const ready = points.open.some(({ state }) => state === 'approved')
  return (
    <Tap className="points-line" onTap={() => Taro.navigateTo({ url: '/points/index/index' })}>
      <View className="plain">积分</View>
      <Amount points={points.volunteer.available} unit="" />
      {ready && <View className="meta">有一份能领了</View>}
      <View className="points-line-link">
        看积分
        <Icon name="chevron-right" size={18} />
      </View>
    </Tap>
  )
}
