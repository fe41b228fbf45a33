import { View } from '@tarojs/components'
import { limits } from '../../../domain/appeal/limits'
import { Button } from '../../ui/Button'
import { Sheet } from '../../ui/Sheet'
import { TextArea } from '../../ui/TextArea'
import { rememberAnswered } from '../answered'
import { roundOf } from '../round'
import { SheetFoot } from '../SheetFoot'
import { useStepForm } from '../useStepForm'
import type { StepProps } from './PersonBar'

/** 不满意: words if they like, and what follows. */
export function UnsatisfiedSheet({ view, onClose, onDone, onRefused }: StepProps & { onClose: () => void }) {
  const { id, version } = view
  const { draft, change, busy, refused, send } = useStepForm({
    action: 'appeal.confirm',
    id,
    round: roundOf(view),
    empty: {},
    limit: limits.note,
    onDone: () => {
      rememberAnswered(id, Date.now())
      onDone('知道了，接着办')
    },
    onMoved: (refused) => {
      onClose()
      onRefused(refused)
    },
  })
  return (
    <Sheet
      open
      title="哪里还没办好？"
      onClose={onClose}
      foot={
        <SheetFoot refused={refused}>
          <Button
            text="不满意，接着办"
            busy={busy}
            onTap={() => send(() => ({ id, version, answer: 'unsatisfied', words: draft.words }))}
          />
        </SheetFoot>
      }
    >
      <View className="plain">不满意就接着办，还是原来的人负责，期限不往后推。</View>
      <View className="sheet-part">
        <TextArea
          inSheet
          short
          value={draft.words}
          onChange={(words) => change({ words })}
          limit={limits.note}
          label="哪里还没办好"
          caption="写一句，办的人就知道差在哪（不写也行）"
          placeholder="比如：门开了，可十点半就锁"
        />
      </View>
    </Sheet>
  )
}
