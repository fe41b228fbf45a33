import { View } from '@tarojs/components'
import { limits } from '../../../domain/appeal/limits'
import { Button } from '../../ui/Button'
import { Sheet } from '../../ui/Sheet'
import { TextArea } from '../../ui/TextArea'
import { roundOf } from '../round'
import { SheetFoot } from '../SheetFoot'
import { useStepForm } from '../useStepForm'
import type { StepProps } from './PersonBar'

interface Props extends StepProps {
  /** What a handler asked last; undefined when nobody waits for an answer. */
  question: string | undefined
  onClose: () => void
}

/** 补充: an answer, or one thing more. */
export function ReplySheet({ view, question, onClose, onDone, onRefused }: Props) {
  const { id, version } = view
  const { draft, change, busy, refused, send } = useStepForm({
    action: 'appeal.reply',
    id,
    round: roundOf(view),
    empty: {},
    limit: limits.note,
    onDone: () => onDone('办的人看得到了'),
    onMoved: (refused) => {
      onClose()
      onRefused(refused)
    },
  })
  const words = draft.words.trim()
  return (
    <Sheet
      open
      title={question ? '回一句' : '补充一句'}
      onClose={onClose}
      foot={
        <SheetFoot refused={refused} reason={words ? undefined : '写一句再发'}>
          {words ? (
            <Button text="发给办的人" busy={busy} onTap={() => send(() => ({ id, version, words }))} />
          ) : (
            <Button look="locked" text="发给办的人" onTap={onClose} />
          )}
        </SheetFoot>
      }
    >
      <View className="plain said">{question ?? '地方、时间、新的情况，都能补。'}</View>
      <View className="sheet-part">
        <TextArea
          inSheet
          short
          value={draft.words}
          onChange={(words) => change({ words })}
          limit={limits.note}
          label="要说的话"
          caption="不用留电话，在这里就能说清"
          placeholder="比如：二楼左手第一家"
        />
      </View>
    </Sheet>
  )
}
