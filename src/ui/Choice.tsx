import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import './Choice.scss'
import { Tap } from './Tap'

interface Props {
  title: string
  /** 14 px under the title: what speaks for it. */
  words?: string
  badge?: ReactNode
  chosen: boolean
  onChoose: () => void
}

/** One of several cards of which one is chosen. */
export function Choice({ title, words, badge, chosen, onChoose }: Props) {
  return (
    <Tap className={`choice ${chosen ? 'choice-chosen' : ''}`} role="radio" checked={chosen} onTap={onChoose}>
      <View className="choice-ring" />
      <View className="choice-words">
        <View className="choice-title">
          <View className="strong">{title}</View>
          {badge}
        </View>
        {words && <View className="meta">{words}</View>}
      </View>
    </Tap>
  )
}
