import { View } from '@tarojs/components'
import { limits } from '../../../domain/appeal/limits'
import { SheetFoot } from '../../appeal/SheetFoot'
import { useRead } from '../../call/useRead'
import { Button } from '../../ui/Button'
import { Sheet } from '../../ui/Sheet'
import { TextArea } from '../../ui/TextArea'
import { type Candidate, OrganisationChoice } from './OrganisationChoice'
import type { SheetProps } from './StaffBar'
import { useSheetForm } from './useSheetForm'

/** 退单: not ours, why, and whose it is; the organisation above dispatches it anew. */
export function ReturnSheet(props: SheetProps) {
  const { onClose } = props
  const { id, version, situation, organisation } = props.view
  const { catchAllId } = situation
  const catchAll = useRead('place.named', catchAllId === null ? undefined : { id: catchAllId }).data?.place
  const above = catchAll?.name ?? '上级'
  const empty: { target?: Candidate } = {}
  const { draft, change, busy, refused, send } = useSheetForm('appeal.return', props, {
    empty,
    limit: limits.reason,
    done: `退回了，由${above}重新派`,
  })
  const { target } = draft
  const lacks = target ? undefined : '选一个建议单位，才能退单'
  return (
    <Sheet
      open
      tall
      title="退单"
      onClose={onClose}
      foot={
        <SheetFoot refused={refused} reason={lacks}>
          {target ? (
            <Button
              text={`退回${above}`}
              busy={busy}
              onTap={() => send(() => ({ id, version, words: draft.words, proposedId: target.id }))}
            />
          ) : (
            <Button look="locked" text="退单" onTap={onClose} />
          )}
        </SheetFoot>
      }
    >
      <View className="plain">先回到{above}，由它重新派。办结期限不变。</View>
      <View className="sheet-part">
        <TextArea
          inSheet
          short
          value={draft.words}
          onChange={(words) => change({ words })}
          limit={limits.reason}
          label="退单原因"
          caption="退单原因（本人看得到）"
          placeholder="比如：这条路归隔壁社区管"
        />
      </View>
      <View className="sheet-part">
        <View className="meta sheet-caption">建议派给谁</View>
        <OrganisationChoice
          searching
          candidates={
            catchAll ? [{ id: catchAll.id, name: catchAll.name, words: '说不准该归谁，请它来定' }] : []
          }
          chosen={target}
          onChoose={({ id, name, words }) => change({ target: { id, name, words } })}
          except={organisation.id}
        />
      </View>
    </Sheet>
  )
}
