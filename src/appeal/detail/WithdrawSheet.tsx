import { View } from '@tarojs/components'
import { limits } from '../../../domain/appeal/limits'
import { Button } from '../../ui/Button'
import { Sheet } from '../../ui/Sheet'
import { TextArea } from '../../ui/TextArea'
import { roundOf } from '../round'
import { SheetFoot } from '../SheetFoot'
import { useStepForm } from '../useStepForm'
import type { StepProps } from './PersonBar'

/** 撤回: asks once more, because nobody goes on after it. */
export function WithdrawSheet({ view, onClose, onDone, onRefused }: StepProps & { onClose: () => void }) {
  const { id, version } = view
  const { draft, change, busy, refused, send } = useStepForm({
    action: 'appeal.withdraw',
    id,
    round: roundOf(view),
    empty: {},
    limit: limits.reason,
    onDone: () => onDone('撤回了，没人再办'),
    onMoved: (refused) => {
      onClose()
      onRefused(refused)
    },
  })
  return (
    <Sheet
      open
      title="不用办了？"
      onClose={onClose}
      foot={
        <SheetFoot refused={refused}>
          <Button text="撤回" busy={busy} onTap={() => send(() => ({ id, version, words: draft.words }))} />
          <Button look="text" text="先不撤，接着办" onTap={onClose} />
        </SheetFoot>
      }
    >
      <View className="plain">撤回以后没人再办。还想办，重新说一次就行。写的、拍的都还看得到。</View>
      <View className="sheet-part">
        <TextArea
          inSheet
          short
          value={draft.words}
          onChange={(words) => change({ words })}
          limit={limits.reason}
          label="为什么撤回"
          caption="为什么撤回（不写也行）"
          placeholder="比如：已经好了"
        />
      </View>
    </Sheet>
  )
}
