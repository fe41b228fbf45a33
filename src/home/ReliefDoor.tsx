import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { Icon } from '../ui/Icon'
import { Tap } from '../ui/Tap'
import './ReliefDoor.scss'

/** 绿色通道: a narrow door below the two, for who was fined or rated down. */
export function ReliefDoor() {
  return (
    <Tap className="relief-door" onTap={() => Taro.navigateTo({ url: '/relief/form/index' })}>
      <Icon name="scale" />
      <View className="strong relief-door-title">被罚、吃差评</View>
      <View className="meta">免责申诉，走绿色通道</View>
      <Icon name="chevron-right" size={20} />
    </Tap>
  )
}
