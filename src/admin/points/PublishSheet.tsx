import { View } from '@tarojs/components'
import { useState } from 'react'
import { pointsLimits } from '../../../domain/points/limits'
import type { PointsRule } from '../../../domain/points/rules'
import { isRefused, useStep } from '../../appeal/useStep'
import type { Refused } from '../../call/refused'
import { Button } from '../../ui/Button'
import { Sheet } from '../../ui/Sheet'
import { TextArea } from '../../ui/TextArea'
import { toast } from '../../ui/toast'

interface Props {
  version: number
  rules: PointsRule[]
  hat: string
  onClose: () => void
  onDone: () => void
  onRefused: (refused: Refused) => void
}

/** Why the rules change: it stands in the record. */
export function PublishSheet({ version, rules, hat, onClose, onDone, onRefused }: Props) {
  const [words, setWords] = useState('')
  const { busy, take } = useStep(hat)
  const said = words.trim()
  const publish = async () => {
    const done = await take('pointsRules.publish', { version, rules, words: said })
    if (isRefused(done)) {
      onClose()
      return onRefused(done)
    }
    if (!done) return
    toast('定好了，从现在起这样算')
    onDone()
  }
  return (
    <Sheet
      open
      title="为什么改"
      onClose={onClose}
      foot={<Button look={said === '' ? 'locked' : 'main'} text="定了" busy={busy} onTap={publish} />}
    >
      <View className="plain">以前发的不变。这一句留在记录里。</View>
      <TextArea
        short
        inSheet
        label="为什么改"
        value={words}
        onChange={setWords}
        placeholder="比如：冬天夜里路滑，多鼓励一点"
        limit={pointsLimits.reason}
      />
    </Sheet>
  )
}
