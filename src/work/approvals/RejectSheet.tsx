import { View } from '@tarojs/components'
import type { Output } from '../../../domain/contract'
import { pointsLimits } from '../../../domain/points/limits'
import { SheetFoot } from '../../appeal/SheetFoot'
import { useKeptForm } from '../../appeal/useKeptForm'
import { Button } from '../../ui/Button'
import { Sheet } from '../../ui/Sheet'
import { TextArea } from '../../ui/TextArea'

interface Props {
  ids: readonly string[]
  hat: string
  onClose: () => void
  onDone: (done: Output<'redemption.reject'>) => void
}

/** Why not: the person reads it. */
export function RejectSheet({ ids, hat, onClose, onDone }: Props) {
  const { draft, change, busy, refused, send } = useKeptForm({
    // Of these very ones: a reason is nobody else's.
    name: `redemption.reject ${[...ids].sort().join(' ')}`,
    hat,
    empty: { words: '' },
  })
  const words = draft.words.trim()
  const reject = async () => {
    const done = await send('redemption.reject', () => ({ ids: [...ids], words }))
    if (done) onDone(done)
  }
  return (
    <Sheet
      open
      title={`不批这 ${ids.length} 件`}
      onClose={onClose}
      foot={
        <SheetFoot refused={refused}>
          <Button look={words === '' ? 'locked' : 'main'} text="不批，分退回去" busy={busy} onTap={reject} />
        </SheetFoot>
      }
    >
      <View className="plain">分和库存马上退回去，您写的原因本人看得到。</View>
      <TextArea
        short
        inSheet
        label="原因"
        caption="原因"
        value={draft.words}
        onChange={(words) => change({ words })}
        placeholder="比如：这一批先给新来的小哥"
        limit={pointsLimits.words}
      />
    </Sheet>
  )
}
