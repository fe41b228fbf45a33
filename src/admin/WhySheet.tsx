import { View } from '@tarojs/components'
import { useState } from 'react'
import type { Input } from '../../domain/contract'
import { isRefused, useStep } from '../appeal/useStep'
import type { Refused } from '../call/refused'
import { Button } from '../ui/Button'
import { Sheet } from '../ui/Sheet'
import { TextArea } from '../ui/TextArea'
import { toast } from '../ui/toast'

/** What puts new rules of a place into force. */
type Publishing = 'settings.publish' | 'pointsRules.publish'

interface Props<A extends Publishing> {
  action: A
  /** What is sent, with the reason. */
  input: (words: string) => Input<A>
  /** What changes, and what does not. */
  lines: readonly string[]
  example: string
  limit: number
  /** What the person hears when it holds. */
  done: string
  hat: string
  onClose: () => void
  onDone: () => void
  onRefused: (refused: Refused) => void
}

/** Why rules of a place change: what changes, once more, and the reason, which stands in the record. */
export function WhySheet<A extends Publishing>({
  action,
  input,
  lines,
  example,
  limit,
  done,
  hat,
  onClose,
  onDone,
  onRefused,
}: Props<A>) {
  const [words, setWords] = useState('')
  const { busy, take } = useStep(hat)
  const said = words.trim()
  const publish = async () => {
    const answer = await take(action, input(said))
    if (isRefused(answer)) {
      onClose()
      return onRefused(answer)
    }
    if (!answer) return
    toast(done)
    onDone()
  }
  return (
    <Sheet
      open
      title="为什么改"
      onClose={onClose}
      foot={<Button look={said === '' ? 'locked' : 'main'} text="定了" busy={busy} onTap={publish} />}
    >
      {lines.map((line) => (
        <View key={line} className="plain">
          {line}
        </View>
      ))}
      <TextArea
        short
        inSheet
        label="为什么改"
        value={words}
        onChange={setWords}
        placeholder={example}
        limit={limit}
      />
    </Sheet>
  )
}
