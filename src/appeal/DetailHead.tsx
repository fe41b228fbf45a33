import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import './DetailHead.scss'

interface Props {
  badges: ReactNode
  /** On the right of the badges. */
  aside?: string
  title: string
  meta: string
}

/** The top of an appeal: how it stands, what it is. */
export function DetailHead({ badges, aside, title, meta }: Props) {
  return (
    <View>
      <View className="detail-top">
        <View className="detail-badges">{badges}</View>
        {aside && <View className="meta detail-aside">{aside}</View>}
      </View>
      <View className="big said">{title}</View>
      <View className="meta detail-meta">{meta}</View>
    </View>
  )
}
