import { View } from '@tarojs/components'
import { limits } from '../../../domain/appeal/limits'
import { type DeclineReason, declineReasonNames } from '../../../domain/appeal/names'
import { settingOf } from '../../../domain/settings/settings'
import { SheetFoot } from '../../appeal/SheetFoot'
import { Button } from '../../ui/Button'
import { Chips } from '../../ui/Chip'
import { Sheet } from '../../ui/Sheet'
import { TextArea } from '../../ui/TextArea'
import type { SheetProps } from './StaffBar'
import { useSheetForm } from './useSheetForm'

const reasons = (Object.keys(declineReasonNames) as DeclineReason[]).map((name) => ({
  name,
  text: declineReasonNames[name],
}))

/** 不予受理: for one of the reasons of the list; the person reads it and may ask once for a review. */
export function DeclineSheet(props: SheetProps) {
  const { id, version, situation } = props.view
  const empty: { reason?: DeclineReason } = {}
  const { draft, change, busy, refused, send } = useSheetForm('appeal.decline', props, {
    empty,
    limit: limits.reason,
    done: '记下了，告诉本人了',
  })
  const { reason } = draft
  return (
    <Sheet
      open
      tall
      title="为什么不受理"
      onClose={props.onClose}
      foot={
        <SheetFoot refused={refused} reason={reason ? undefined : '选一条，本人看得到'}>
          {reason ? (
            <Button
              text="不予受理，告诉本人"
              busy={busy}
              onTap={() => send(() => ({ id, version, reason, words: draft.words }))}
            />
          ) : (
            <Button look="locked" text="不予受理" onTap={props.onClose} />
          )}
        </SheetFoot>
      }
    >
      <View className="plain">
        本人不同意，{settingOf(situation.terms, 'reopenDays')} 天里可以请上一级复核一次。
      </View>
      <View className="sheet-part sheet-chips">
        <Chips
          wrap
          look="answer"
          label="原因"
          options={reasons}
          chosen={reason}
          onChoose={(name) => change({ reason: name })}
        />
      </View>
      <View className="sheet-part">
        <TextArea
          inSheet
          short
          value={draft.words}
          onChange={(words) => change({ words })}
          limit={limits.reason}
          label="再说明白一点"
          caption="再说明白一点，可以不写（本人看得到）"
          placeholder="比如：法院已经立案，听法院的"
        />
      </View>
    </Sheet>
  )
}
