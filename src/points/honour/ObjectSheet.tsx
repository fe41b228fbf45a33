import { View } from '@tarojs/components'
import { honourLimits } from '../../../domain/honour/kinds'
import { SheetFoot } from '../../appeal/SheetFoot'
import { useKeptForm } from '../../appeal/useKeptForm'
import { Button } from '../../ui/Button'
import { Sheet } from '../../ui/Sheet'
import { TextArea } from '../../ui/TextArea'

interface Props {
  id: string
  onClose: () => void
  onDone: (said: string) => void
}

/** 提异议: one sentence, for the deciders alone. */
export function ObjectSheet({ id, onClose, onDone }: Props) {
  const { draft, change, busy, refused, send } = useKeptForm({
    name: `honour.object ${id}`,
    empty: { words: '' },
  })
  const words = draft.words.trim()
  const object = async () => {
    if (await send('honour.object', () => ({ id, words }))) onDone('收到了，公示到期会有人看过再定')
  }
  return (
    <Sheet
      open
      title="哪里不对"
      onClose={onClose}
      foot={
        <SheetFoot refused={refused}>
          <Button look={words === '' ? 'locked' : 'main'} text="说给定的人听" busy={busy} onTap={object} />
        </SheetFoot>
      }
    >
      <View className="plain">只有定的人看得到，看不到是谁说的。公示到期，他们看过再定。</View>
      <TextArea
        short
        inSheet
        label="哪里不对"
        value={draft.words}
        onChange={(words) => change({ words })}
        placeholder="比如：北门那处是别人报的"
        limit={honourLimits.words}
      />
    </Sheet>
  )
}
