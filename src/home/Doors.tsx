import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { Icon } from '../ui/Icon'
import { Tap } from '../ui/Tap'
import './Doors.scss'
import { ReliefDoor } from './ReliefDoor'

/** The two doors, in reach of the thumb; they open whatever else fails. */
export function Doors() {
  return (
    <>
      <View className="doors">
        <Tap className="door door-request" onTap={() => Taro.navigateTo({ url: '/appeal/request/index' })}>
          <Icon name="message-circle-more" size={32} />
          <View>
            <View className="big door-title">我要诉求</View>
            <View className="door-words">说一句就行</View>
          </View>
        </Tap>
        <Tap className="door door-snap" onTap={() => Taro.navigateTo({ url: '/appeal/snap/index' })}>
          <Icon name="camera" size={32} />
          <View>
            <View className="big door-title">随手拍</View>
            <View className="door-words">三步发出</View>
          </View>
        </Tap>
      </View>
      <ReliefDoor />
    </>
  )
}
