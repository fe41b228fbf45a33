import { View } from '@tarojs/components'
import { limits } from '../../../domain/appeal/limits'
import { SheetFoot } from '../../appeal/SheetFoot'
import { Button } from '../../ui/Button'
import { Sheet } from '../../ui/Sheet'
import { TextArea } from '../../ui/TextArea'
import type { SheetProps } from './StaffBar'
import { useSheetForm } from './useSheetForm'

/** 拆开: it goes on by itself, in the state and on the clocks that it had. */
export function UnmergeSheet(props: SheetProps) {
  const { id, version, parent } = props.view
  const { draft, change, busy, refused, send } = useSheetForm('appeal.unmerge', props, {
    empty: {},
    limit: limits.reason,
    done: '拆开了，接着单独办',
  })
  return (
    <Sheet
      open
      title="拆开，单独办"
      onClose={props.onClose}
      foot={
        <SheetFoot refused={refused}>
          <Button text="拆开" busy={busy} onTap={() => send(() => ({ id, version, words: draft.words }))} />
        </SheetFoot>
      }
    >
      <View className="plain">
        从 {parent?.number ?? '那一件'} 分出来，回到并之前那一步，时限还是原来的。本人会知道。
      </View>
      <View className="sheet-part">
        <TextArea
          inSheet
          short
          value={draft.words}
          onChange={(words) => change({ words })}
          limit={limits.reason}
          label="为什么拆开"
          caption="为什么拆开，可以不写"
          placeholder="比如：一个是北门，一个是南门"
        />
      </View>
    </Sheet>
  )
}
