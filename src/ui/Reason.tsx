import { View } from '@tarojs/components'
import type { PropsWithChildren, ReactNode } from 'react'
import { Icon, type IconName } from './Icon'
import './Reason.scss'

interface Props {
  title: string
  icon?: IconName
  /** Below the words: the rule and its version. */
  foot?: ReactNode
}

/** A sunken box that says why: 为什么派给它. */
export function Reason({ title, icon = 'route', foot, children }: PropsWithChildren<Props>) {
  return (
    <View className="reason">
      <View className="reason-title">
        <Icon name={icon} size={18} />
        <View>{title}</View>
      </View>
      <View className="meta said">{children}</View>
      {foot && <View className="meta reason-foot">{foot}</View>}
    </View>
  )
}
