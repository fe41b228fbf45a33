import { View } from '@tarojs/components'
import type { SwapView } from '../../../domain/contract'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { shiftName } from '../dutyWords'
import './Asked.scss'

interface Props {
  swap: SwapView
  now: number
  busy: boolean
  onAnswer: (agrees: boolean) => void
}

/** A colleague asks me to take over a shift: yes and no weigh the same. */
export function Asked({ swap: { name, from, to }, now, busy, onAnswer }: Props) {
  return (
    <Card className="asked">
      <View className="heading">{name}想请您替个班</View>
      <View className="plain">{shiftName(from, to, now)}</View>
      <View className="asked-buttons">
        <Button look="secondary" text="替不了" busy={busy} onTap={() => onAnswer(false)} />
        <Button look="secondary" text="我来替" busy={busy} onTap={() => onAnswer(true)} />
      </View>
    </Card>
  )
}
