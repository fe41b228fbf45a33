import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import type { PropsWithChildren, ReactNode } from 'react'
import { Icon } from './Icon'
import { insetStyle } from './insets'
import './Page.scss'
import { PrivacyAsk } from './PrivacyAsk'
import { TabBar, type TabName } from './TabBar'
import { Tap } from './Tap'
import { textSizeClass, textSizeStyle } from './textSize'

interface Props {
  title: string
  /** Staff have an ink bar; the page's config must name the same colours for WeChat's own bar. */
  tone?: 'rider' | 'staff'
  /** The page stands under this tab. */
  tab?: TabName
  /** The page draws its own bar: home alone. */
  ownBar?: boolean
  /** Where back leads when the page was opened from outside; else home. */
  behind?: string
  /** Stays at the bottom: an ActionBar, or the two doors. */
  foot?: ReactNode
}

const onH5 = process.env.TARO_ENV !== 'weapp'

/** A page: bar, content, foot. In WeChat the bar is WeChat's own; on H5 it is drawn the same. */
export function Page({
  title,
  tone = 'rider',
  tab,
  ownBar,
  behind,
  foot,
  children,
}: PropsWithChildren<Props>) {
  return (
    <View
      className={`page page-${tone} ${tab ? 'page-tabbed' : ''} ${textSizeClass()}`}
      style={{ ...insetStyle(), ...textSizeStyle() }}
    >
      {onH5 && !ownBar && (
        <View className="page-bar">
          {!tab && (
            <Tap className="page-back" label="返回" onTap={() => goBack(behind)}>
              <Icon name="chevron-left" size={28} />
            </Tap>
          )}
          <View className="page-title">{title}</View>
        </View>
      )}
      <View className="page-body">{children}</View>
      {foot && <View className="page-foot">{foot}</View>}
      {onH5 && tab && <TabBar current={tab} />}
      <PrivacyAsk />
    </View>
  )
}

/** Back; when the page was opened from outside, to what stands behind it, or home. */
export function goBack(behind?: string): void {
  if (Taro.getCurrentPages().length > 1) Taro.navigateBack()
  else if (behind) Taro.redirectTo({ url: behind })
  else Taro.switchTab({ url: '/home/index' })
}
