import { View } from '@tarojs/components'
import { Card } from '../ui/Card'
import { Meter } from '../ui/Meter'
import './ClockCard.scss'
import { type Clock, paceOf, used } from './clock'
import { span } from './words'

interface Props {
  clock: Clock
  now: number
  /** Above the time: 离办结期限还有. */
  caption: string
  /** On the right, two lines. */
  aside: readonly string[]
  /** Below the bar. */
  words?: string
  /** 28 instead of 22 px. */
  large?: boolean
}

/** How long is left and how much of the time has gone. */
export function ClockCard({ clock, now, caption, aside, words, large }: Props) {
  const late = paceOf(clock, now) === 'late'
  const length = span(Math.abs(clock.by - now))
  return (
    <Card>
      <View className="clock-top">
        <View className="clock-left">
          <View className="meta">{caption}</View>
          <View className={`${large ? 'clock-large' : 'big'} ${late ? 'clock-late' : ''}`}>{length}</View>
        </View>
        <View className="meta clock-aside">
          {aside.map((line) => (
            <View key={line}>{line}</View>
          ))}
        </View>
      </View>
      <Meter used={used(clock, now)} late={late} label={`${caption} ${length}`} />
      {words && <View className="meta clock-words">{words}</View>}
    </Card>
  )
}
