import { View } from '@tarojs/components'
import { limits } from '../../../domain/appeal/limits'
import { Button } from '../../ui/Button'
import { Chips } from '../../ui/Chip'
import { Sheet } from '../../ui/Sheet'
import { TextArea } from '../../ui/TextArea'
import { roundOf } from '../round'
import { SheetFoot } from '../SheetFoot'
import { useStepForm } from '../useStepForm'
import type { StepProps } from './PersonBar'
import { aboveOf, type Way, wayWords } from './raising'

// The chosen reason goes along with the words.
const limit = limits.reason - 20

/** 重开, 复核: why, by one tap or in words, and who takes it from there. */
export function RaiseSheet({
  view,
  way,
  onClose,
  onDone,
  onRefused,
}: StepProps & { way: Way; onClose: () => void }) {
  const { id, version } = view
  const above = aboveOf(view)
  const { title, follows, reasons, placeholder, send: sending, done } = wayWords[way]
  const empty: { reason?: string } = {}
  const { draft, change, busy, refused, send } = useStepForm({
    action: `appeal.${way}`,
    id,
    round: roundOf(view),
    empty,
    limit,
    onDone: () => onDone(done(above.name)),
    onMoved: (refused) => {
      onClose()
      onRefused(refused)
    },
  })
  const words = [draft.reason, draft.words.trim()].filter(Boolean).join('：')
  return (
    <Sheet
      open
      title={title}
      onClose={onClose}
      foot={
        <SheetFoot refused={refused} reason={words ? undefined : '选一个，或者写一句'}>
          {words ? (
            <Button text={sending} busy={busy} onTap={() => send(() => ({ id, version, words }))} />
          ) : (
            <Button look="locked" text={sending} onTap={onClose} />
          )}
        </SheetFoot>
      }
    >
      <View className="plain">{follows(above)}</View>
      <View className="sheet-part sheet-chips">
        <Chips
          wrap
          look="answer"
          label={title}
          options={reasons.map((reason) => ({ name: reason, text: reason }))}
          chosen={draft.reason}
          onChoose={(reason) => change({ reason })}
        />
      </View>
      <View className="sheet-part">
        <TextArea
          inSheet
          short
          value={draft.words}
          onChange={(words) => change({ words })}
          limit={limit}
          label="再写一句"
          caption="再写一句（选了上面的，不写也行）"
          placeholder={placeholder}
        />
      </View>
    </Sheet>
  )
}
