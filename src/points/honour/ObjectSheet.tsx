import { View } from '@tarojs/components'
import { useState } from 'react'
import { honourLimits } from '../../../domain/honour/kinds'
import { Button } from '../../ui/Button'
import { Sheet } from '../../ui/Sheet'
import { TextArea } from '../../ui/TextArea'

interface Props {
  busy: boolean
  onClose: () => void
  onObject: (words: string) => void
}

/** 提异议: one sentence, for the deciders alone. */
export function ObjectSheet({ busy, onClose, onObject }: Props) {
  const [words, setWords] = useState('')
  const said = words.trim()
  return (
    <Sheet
      open
      title="哪里不对"
      onClose={onClose}
      foot={
        <Button
          look={said === '' ? 'locked' : 'main'}
          text="说给定的人听"
          busy={busy}
          onTap={() => onObject(said)}
        />
      }
    >
      <View className="plain">只有定的人看得到，看不到是谁说的。公示到期，他们看过再定。</View>
      <TextArea
        short
        inSheet
        label="哪里不对"
        value={words}
        onChange={setWords}
        placeholder="比如：北门那处是别人报的"
        limit={honourLimits.words}
      />
    </Sheet>
  )
}
