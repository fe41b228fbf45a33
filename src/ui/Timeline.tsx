import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import './Timeline.scss'

interface Step {
  key: string | number
  title: string
  /** On the right. */
  time: string
  /** 14 px under the title. */
  meta?: ReactNode
  /** Below: a reason box, photos. */
  children?: ReactNode
}

/** What happened, newest first; the hexagon is now. `past`: nothing is going on any more, no hexagon. */
export function Timeline({ steps, past }: { steps: readonly Step[]; past?: boolean }) {
  return (
    <View className="timeline">
      {steps.map(({ key, title, time, meta, children }, index) => (
        <View className="step" key={key}>
          <View className={index === 0 && !past ? 'step-now' : 'step-dot'} />
          {index < steps.length - 1 && <View className="step-line" />}
          <View className="step-words">
            <View className="step-top">
              <View className="strong step-title">{title}</View>
              <View className="meta">{time}</View>
            </View>
            {meta && <View className="meta said step-meta">{meta}</View>}
            {children && <View className="step-more">{children}</View>}
          </View>
        </View>
      ))}
    </View>
  )
}
