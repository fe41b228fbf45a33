import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { Icon } from '../ui/Icon'
import { Tap } from '../ui/Tap'
import './Bell.scss'

const most = 99

/** The way to the inbox, with how much of it is new. */
export function Bell({ unread }: { unread: number }) {
  return (
    <Tap
      className="bell"
      label={unread > 0 ? `消息，${unread} 条没看` : '消息'}
      onTap={() => Taro.navigateTo({ url: '/notice/index' })}
    >
      <Icon name="bell" />
      {unread > 0 && <View className="bell-count">{unread > most ? `${most}+` : unread}</View>}
    </Tap>
  )
}
