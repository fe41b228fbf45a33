import { View } from '@tarojs/components'
import { useState } from 'react'
import { limits } from '../../../domain/appeal/limits'
import { stateNames } from '../../../domain/appeal/states'
import type { AppealRow } from '../../../domain/contract'
import { SheetFoot } from '../../appeal/SheetFoot'
import { date } from '../../appeal/words'
import { useRead } from '../../call/useRead'
import { Button } from '../../ui/Button'
import { Choice } from '../../ui/Choice'
import { SearchField } from '../../ui/SearchField'
import { Sheet } from '../../ui/Sheet'
import { LoadingLine } from '../../ui/States'
import { TextArea } from '../../ui/TextArea'
import { useSettled } from '../../ui/useSettled'
import type { SheetProps } from './StaffBar'
import { useSheetForm } from './useSheetForm'

type Parent = Pick<AppealRow, 'id' | 'number' | 'title'>

/** 合并: into which other one about the same thing it goes, by its number or from the same place. */
export function MergeSheet(props: SheetProps) {
  const { view, hat, now } = props
  const { id, version } = view
  const [number, setNumber] = useState('')
  const wanted = useSettled(number.trim())
  const {
    data,
    refused: unread,
    reload,
  } = useRead('appeal.mergeable', { id, ...(wanted && { number: wanted }) }, hat?.id)
  const empty: { parent?: Parent } = {}
  const { draft, change, busy, refused, send } = useSheetForm('appeal.merge', props, {
    empty,
    limit: limits.reason,
    done: '并好了，告诉本人了',
  })
  const { parent } = draft
  return (
    <Sheet
      open
      tall
      title="并到哪一件"
      onClose={props.onClose}
      foot={
        <SheetFoot refused={refused} reason={parent ? undefined : '选一件，才能合并'}>
          {parent ? (
            <Button
              text={`并到 ${parent.number}`}
              busy={busy}
              onTap={() => send(() => ({ id, version, parentId: parent.id, words: draft.words }))}
            />
          ) : (
            <Button look="locked" text="合并" onTap={props.onClose} />
          )}
        </SheetFoot>
      }
    >
      <View className="plain">这件跟着那件走，那件销号它也销号。两边的人都会知道结果。</View>
      <View className="sheet-part">
        <SearchField value={number} onChange={setNumber} placeholder="打编号找" />
      </View>
      <View className="sheet-part" {...{ role: 'radiogroup', 'aria-label': '能并的' }}>
        <View className="meta sheet-caption">{wanted ? '这个编号的' : '同一个地方、同一类，还在办的'}</View>
        {data ? (
          data.appeals.map((appeal) => (
            <Choice
              key={appeal.id}
              title={appeal.title}
              words={`${appeal.number} · ${date(appeal.createdAt, now)}提的 · ${stateNames[appeal.state]} · ${appeal.organisation.name}`}
              chosen={appeal.id === parent?.id}
              onChoose={() =>
                change({ parent: { id: appeal.id, number: appeal.number, title: appeal.title } })
              }
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
        {data?.appeals.length === 0 && (
          <View className="plain">
            {wanted ? '没找到。要同一类、还在办、您管得到的。' : '没有差不多的。知道编号的话，上面打编号找。'}
          </View>
        )}
      </View>
      <View className="sheet-part">
        <TextArea
          inSheet
          short
          value={draft.words}
          onChange={(words) => change({ words })}
          limit={limits.reason}
          label="为什么合并"
          caption="为什么合并，可以不写"
          placeholder="比如：说的都是北门锁门"
        />
      </View>
    </Sheet>
  )
}
