import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { Icon, type IconName } from './Icon'
import './TabBar.scss'
import { Tap } from './Tap'
import { textSizeClass, textSizeStyle } from './textSize'

const tabs = [
  { name: 'home', text: '首页', icon: 'house', url: '/home/index' },
  { name: 'task', text: '任务', icon: 'hand-helping', url: '/task/index' },
  { name: 'me', text: '我的', icon: 'user-round', url: '/me/index' },
] as const satisfies readonly { name: string; text: string; icon: IconName; url: string }[]

export type TabName = (typeof tabs)[number]['name']

/** The tab that a page stands under, by its route. */
export function tabOf(route: string): TabName {
  return tabs.find(({ url }) => route.replace(/^\//, '').startsWith(url.slice(1)))?.name ?? 'home'
}

/** The tabs; an ink pill behind the current one. */
export function TabBar({ current }: { current: TabName }) {
  return (
    <View className={`tabs ${textSizeClass()}`} style={textSizeStyle()}>
      {tabs.map(({ name, text, icon, url }) => (
        <Tap
          key={name}
          className={`tab ${name === current ? 'tab-current' : ''}`}
          role="tab"
          checked={name === current}
          onTap={() => name !== current && Taro.switchTab({ url })}
        >
          <View className="tab-pill">
            <Icon name={icon} />
          </View>
          <View>{text}</View>
        </Tap>
      ))}
    </View>
  )
}
