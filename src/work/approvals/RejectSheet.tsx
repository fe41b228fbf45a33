import { View } from '@tarojs/components'
import { useState } from 'react'
import { pointsLimits } from '../../../domain/points/limits'
import { Button } from '../../ui/Button'
import { Sheet } from '../../ui/Sheet'
import { TextArea } from '../../ui/TextArea'

interface Props {
  count: number
  onClose: () => void
  onReject: (words: string) => void
}

/** Why not: the person reads it. */
export function RejectSheet({ count, onClose, onReject }: Props) {
  const [words, setWords] = useState('')
  const said = words.trim()
  return (
    <Sheet
      open
      title={`不批这 ${count} 件`}
      onClose={onClose}
      foot={
        <Button look={said === '' ? 'locked' : 'main'} text="不批，分退回去" onTap={() => onReject(said)} />
      }
    >
      <View className="plain">分和库存马上退回去，您写的原因本人看得到。</View>
      <TextArea
        short
        inSheet
        label="原因"
        caption="原因"
        value={words}
        onChange={setWords}
        placeholder="比如：这一批先给新来的小哥"
        limit={pointsLimits.words}
      />
    </Sheet>
  )
}
