import { View } from '@tarojs/components'
import { limits } from '../../../domain/duty/limits'
import { SheetFoot } from '../../appeal/SheetFoot'
import { useStepForm } from '../../appeal/useStepForm'
import type { Refused } from '../../call/refused'
import { Button } from '../../ui/Button'
import { Sheet } from '../../ui/Sheet'
import { TextArea } from '../../ui/TextArea'

interface Props {
  hat: string
  /** What is handed over: its day and slot. */
  shift: string
  onClose: () => void
  onDone: () => void
  onRefused: (refused: Refused) => void
}

const allQuiet = '一切正常，没有要交代的'

/** 交班: a few words for the next shift; one tap when there is nothing to say. */
export function HandOverSheet({ hat, shift, onClose, onDone, onRefused }: Props) {
  const { draft, change, busy, refused, send } = useStepForm({
    action: 'duty.handOver',
    id: hat,
    hat,
    round: shift,
    empty: {},
    limit: limits.note,
    onDone,
    onMoved: (refused) => {
      onClose()
      onRefused(refused)
    },
  })
  return (
    <Sheet
      open
      title="交班"
      onClose={onClose}
      foot={
        <SheetFoot refused={refused}>
          <Button text="留给下一班" busy={busy} onTap={() => send(() => ({ words: draft.words }))} />
        </SheetFoot>
      }
    >
      <TextArea
        inSheet
        short
        value={draft.words}
        onChange={(words) => change({ words })}
        limit={limits.note}
        label="给下一班留话"
        caption="给下一班留话"
        placeholder="比如：北站路灯不亮，等城管回电"
      />
      {draft.words === '' && (
        <View className="sheet-part">
          <Button look="text" text={allQuiet} onTap={() => change({ words: allQuiet })} />
        </View>
      )}
    </Sheet>
  )
}
