import { View } from '@tarojs/components'
import { pointsLimits } from '../../../domain/points/limits'
import { Button } from '../../ui/Button'
import { Sheet } from '../../ui/Sheet'
import { TextArea } from '../../ui/TextArea'

interface Props {
  words: string
  busy: boolean
  onChange: (words: string) => void
  onClose: () => void
  onAppeal: () => void
}

/** 申诉: one sentence, once. */
export function AppealSheet({ words, busy, onChange, onClose, onAppeal }: Props) {
  const said = words.trim() !== '' && [...words].length <= pointsLimits.words
  return (
    <Sheet
      open
      title="申诉一次"
      onClose={onClose}
      foot={<Button look={said ? 'main' : 'locked'} text="交上去" busy={busy} onTap={onAppeal} />}
    >
      <View className="plain my-review-ask">说一句是怎么回事，换一位没看过的人来定。</View>
      <TextArea
        short
        inSheet
        focus
        label="怎么回事"
        value={words}
        onChange={onChange}
        placeholder="比如：那天去了两次，照片存混了"
        limit={pointsLimits.words}
      />
    </Sheet>
  )
}
