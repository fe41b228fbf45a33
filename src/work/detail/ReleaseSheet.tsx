import { View } from '@tarojs/components'
import { limits } from '../../../domain/appeal/limits'
import { SheetFoot } from '../../appeal/SheetFoot'
import { Button } from '../../ui/Button'
import { Chips } from '../../ui/Chip'
import { Sheet } from '../../ui/Sheet'
import { TextArea } from '../../ui/TextArea'
import type { SheetProps } from './StaffBar'
import { useSheetForm } from './useSheetForm'

const reasons = ['他们那部分办好了', '我们自己办了', '先办完再说'].map((text) => ({ name: text, text }))

/** 不等了: an assistant is waited for no longer, for a reason that stands in the log. */
export function ReleaseSheet({
  assistant,
  ...props
}: SheetProps & { assistant: { id: string; name: string } }) {
  const { id, version } = props.view
  const { draft, change, busy, refused, send } = useSheetForm('appeal.assist', props, {
    empty: {},
    limit: limits.note,
    form: ` ${assistant.id}`,
    done: '不等他们了，可以解单',
  })
  return (
    <Sheet
      open
      title={`不等${assistant.name}了`}
      onClose={props.onClose}
      foot={
        <SheetFoot refused={refused} reason={draft.words.trim() ? undefined : '选一个或写一句为什么'}>
          {draft.words.trim() ? (
            <Button
              text="不等了"
              busy={busy}
              onTap={() =>
                send(() => ({
                  id,
                  version,
                  help: 'release',
                  organisationId: assistant.id,
                  words: draft.words,
                }))
              }
            />
          ) : (
            <Button look="locked" text="不等了" onTap={props.onClose} />
          )}
        </SheetFoot>
      }
    >
      <View className="sheet-chips">
        <Chips
          wrap
          look="answer"
          label="为什么"
          options={reasons}
          chosen={draft.words}
          onChoose={(words) => change({ words })}
        />
      </View>
      <View className="sheet-part">
        <TextArea
          inSheet
          short
          value={draft.words}
          onChange={(words) => change({ words })}
          limit={limits.note}
          label="为什么不等了"
          placeholder="比如：电话里说清了，后面不用他们"
        />
      </View>
    </Sheet>
  )
}
