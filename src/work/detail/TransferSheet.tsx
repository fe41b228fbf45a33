import { View } from '@tarojs/components'
import { limits } from '../../../domain/appeal/limits'
import { SheetFoot } from '../../appeal/SheetFoot'
import { useRead } from '../../call/useRead'
import { Button } from '../../ui/Button'
import { Choice } from '../../ui/Choice'
import { Sheet } from '../../ui/Sheet'
import { LoadingLine } from '../../ui/States'
import { TextArea } from '../../ui/TextArea'
import type { SheetProps } from './StaffBar'
import { useSheetForm } from './useSheetForm'

/** 转派: to another organisation below the same one above; the clocks go on. */
export function TransferSheet(props: SheetProps) {
  const { id, version, ways, organisation, relations, responsible } = props.view
  const parentId = ways?.parentId
  const who = relations.includes('responsible') ? '您' : (responsible ?? '接的人')
  const {
    data,
    refused: unread,
    reload,
  } = useRead('place.list', parentId ? { parentId, among: 'organisations' } : undefined)
  const beside = data?.places.filter((place) => place.id !== organisation.id)
  const empty: { target?: { id: string; name: string } } = {}
  const { draft, change, busy, refused, send } = useSheetForm('appeal.transfer', props, {
    empty,
    limit: limits.reason,
    done: '转过去了，等那边接',
  })
  const { target } = draft
  return (
    <Sheet
      open
      tall
      title="转给谁"
      onClose={props.onClose}
      foot={
        <SheetFoot refused={refused} reason={target ? undefined : '选一个单位，才能转派'}>
          {target ? (
            <Button
              text={`转给${target.name}`}
              busy={busy}
              onTap={() => send(() => ({ id, version, organisationId: target.id, words: draft.words }))}
            />
          ) : (
            <Button look="locked" text="转派" onTap={props.onClose} />
          )}
        </SheetFoot>
      }
    >
      <View className="plain">那边接单以前还是{who}负责，两个时限都接着走。</View>
      <View className="sheet-part">
        <TextArea
          inSheet
          short
          value={draft.words}
          onChange={(words) => change({ words })}
          limit={limits.reason}
          label="转派原因"
          caption="转派原因（本人看得到）"
          placeholder="比如：这个门在隔壁社区那一侧"
        />
      </View>
      <View className="sheet-part" {...{ role: 'radiogroup', 'aria-label': '同一个上级下面的单位' }}>
        <View className="meta sheet-caption">同一个上级下面的单位</View>
        {!parentId || beside?.length === 0 ? (
          <View className="plain">没有同级的单位可转。不归这里管，请退单，由上级来派。</View>
        ) : beside ? (
          beside.map(({ id, name, location }) => (
            <Choice
              key={id}
              title={name}
              words={location}
              chosen={id === target?.id}
              onChoose={() => change({ target: { id, name } })}
            />
          ))
        ) : unread ? (
          <View className="meta">
            {unread.message}
            <Button look="text" text="再试一次" icon="refresh-cw" onTap={reload} />
          </View>
        ) : (
          <LoadingLine wide />
        )}
      </View>
    </Sheet>
  )
}
