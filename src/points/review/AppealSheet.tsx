import { View } from '@tarojs/components'
import { pointsLimits } from '../../../domain/points/limits'
import { SheetFoot } from '../../appeal/SheetFoot'
import { useKeptForm } from '../../appeal/useKeptForm'
import type { Refused } from '../../call/refused'
import { Button } from '../../ui/Button'
import { Sheet } from '../../ui/Sheet'
import { TextArea } from '../../ui/TextArea'

interface Props {
  id: string
  onClose: () => void
  onDone: () => void
  onRefused: (refused: Refused) => void
}

/** 申诉: one sentence, once. */
export function AppealSheet({ id, onClose, onDone, onRefused }: Props) {
  const { draft, change, busy, refused, send } = useKeptForm({
    name: `pointsReview.appeal ${id}`,
    empty: { words: '' },
    onMoved: (refused) => {
      onClose()
      onRefused(refused)
    },
  })
  const { words } = draft
  const said = words.trim() !== '' && [...words].length <= pointsLimits.words
  const appeal = async () => {
    if (await send('pointsReview.appeal', () => ({ id, words: words.trim() }))) onDone()
  }
  return (
    <Sheet
      open
      title="申诉一次"
      onClose={onClose}
      foot={
        <SheetFoot refused={refused}>
          <Button look={said ? 'main' : 'locked'} text="交上去" busy={busy} onTap={appeal} />
        </SheetFoot>
      }
    >
      <View className="plain my-review-ask">说一句是怎么回事，换一位没看过的人来定。</View>
      <TextArea
        short
        inSheet
        focus
        label="怎么回事"
        value={words}
        onChange={(words) => change({ words })}
        placeholder="比如：那天去了两次，照片存混了"
        limit={pointsLimits.words}
      />
    </Sheet>
  )
}
