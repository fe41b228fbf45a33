import { View } from '@tarojs/components'
import { useState } from 'react'
import { settingsLimits } from '../../../domain/settings/limits'
import { changesBetween, type Overrides } from '../../../domain/settings/overrides'
import { isRefused, useStep } from '../../appeal/useStep'
import type { Refused } from '../../call/refused'
import { Button } from '../../ui/Button'
import { Sheet } from '../../ui/Sheet'
import { TextArea } from '../../ui/TextArea'
import { toast } from '../../ui/toast'

interface Props {
  version: number
  before: Overrides
  after: Overrides
  hat: string
  onClose: () => void
  onDone: () => void
  onRefused: (refused: Refused) => void
}

/** All that changes, once more, and why: both stand in the record. */
export function PublishSheet({ version, before, after, hat, onClose, onDone, onRefused }: Props) {
  const [words, setWords] = useState('')
  const { busy, take } = useStep(hat)
  const said = words.trim()
  const publish = async () => {
    const { numbers, categoriesOff } = after
    const done = await take('settings.publish', { version, numbers, categoriesOff, words: said })
    if (isRefused(done)) {
      onClose()
      return onRefused(done)
    }
    if (!done) return
    toast('改好了')
    onDone()
  }
  return (
    <Sheet
      open
      title="为什么改"
      onClose={onClose}
      foot={<Button look={said === '' ? 'locked' : 'main'} text="定了" busy={busy} onTap={publish} />}
    >
      {changesBetween(before, after).map((line) => (
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
        placeholder="比如：年底事多，多给几天答复"
        limit={settingsLimits.words}
      />
    </Sheet>
  )
}
