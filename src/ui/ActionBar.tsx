import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import './ActionBar.scss'
import { Icon, type IconName } from './Icon'

interface Props {
  /** The main button, on the right. */
  main?: ReactNode
  /** On the left, narrow. */
  secondary?: ReactNode
  /** One line below: what follows from it. */
  consequence?: string
  consequenceIcon?: IconName
  /** Above the buttons: why something is locked. */
  reason?: string
  /** Anything else above the buttons. */
  children?: ReactNode
}

/** The bar at the bottom of a page, given to Page as `foot`. */
export function ActionBar({ main, secondary, consequence, consequenceIcon, reason, children }: Props) {
  return (
    <View className="action-bar">
      {children}
      {reason && (
        <View className="action-bar-reason">
          <Icon name="info" size={18} />
          <View>{reason}</View>
        </View>
      )}
      {(main || secondary) && (
        <View className="action-bar-buttons">
          {secondary && <View className="action-bar-secondary">{secondary}</View>}
          {main && <View className="action-bar-main">{main}</View>}
        </View>
      )}
      {consequence && (
        <View className="action-bar-consequence">
          {consequenceIcon && <Icon name={consequenceIcon} size={18} />}
          <View>{consequence}</View>
        </View>
      )}
    </View>
  )
}
