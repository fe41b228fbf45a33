import { View } from '@tarojs/components'
import { useState } from 'react'
import { limits } from '../../../domain/appeal/limits'
import { settingOf } from '../../../domain/settings/settings'
import { SheetFoot } from '../../appeal/SheetFoot'
import { date } from '../../appeal/words'
import { Button } from '../../ui/Button'
import { Chips } from '../../ui/Chip'
import { Choice } from '../../ui/Choice'
import { Reason } from '../../ui/Reason'
import { Sheet } from '../../ui/Sheet'
import { TextArea } from '../../ui/TextArea'
import type { SheetProps } from './StaffBar'
import { useSheetForm } from './useSheetForm'
import { quickWaits, weekday } from './waits'

/** 挂起: until which working day it waits for somebody outside, and for what. */
export function SuspendSheet(props: SheetProps) {
  const { view, hat, now } = props
  const { id, version, situation } = view
  const waits = view.ways?.waits ?? []
  const alone = settingOf(situation.terms, 'suspendedAlone')
  const most = hat?.role === 'supervisor' ? waits.length : Math.min(waits.length, alone)
  const empty: { until?: number } = {}
  const { draft, change, busy, refused, send } = useSheetForm('appeal.suspend', props, {
    empty,
    limit: limits.reason,
    done: '挂起了，告诉本人了',
  })
  const quick = quickWaits(waits.slice(0, most), now)
  // A day that was kept in a draft may have gone by.
  const until = draft.until !== undefined && waits.includes(draft.until) ? draft.until : undefined
  const [picking, setPicking] = useState(false)
  const byDay = picking || (until !== undefined && !quick.some((each) => each.until === until))
  const chosen = byDay ? 'day' : quick.find((each) => each.until === until)?.name
  return (
    <Sheet
      open
      tall={byDay}
      title="挂起，等到哪天"
      onClose={props.onClose}
      foot={
        <SheetFoot refused={refused} reason={until === undefined ? '选一天，到了自己恢复' : undefined}>
          {until === undefined ? (
            <Button look="locked" text="挂起" onTap={props.onClose} />
          ) : (
            <Button
              text={`挂起到${date(until, now)}`}
              busy={busy}
              onTap={() => send(() => ({ id, version, until, words: draft.words }))}
            />
          )}
        </SheetFoot>
      }
    >
      <View className="sheet-chips">
        <Chips
          wrap
          look="answer"
          label="等到哪天"
          options={[...quick, { name: 'day', text: '选日子' }]}
          chosen={chosen}
          onChoose={(name) => {
            setPicking(name === 'day')
            const picked = quick.find((each) => each.name === name)
            if (picked) change({ until: picked.until })
          }}
        />
      </View>
      {byDay && (
        <View className="sheet-part" {...{ role: 'radiogroup', 'aria-label': '工作日' }}>
          {waits.slice(0, most).map((day, index) => (
            <Choice
              key={day}
              title={`${date(day, now)} ${weekday(day)}`}
              words={`等 ${index + 1} 个工作日`}
              chosen={day === until}
              onChoose={() => change({ until: day })}
            />
          ))}
        </View>
      )}
      <View className="sheet-part">
        <TextArea
          inSheet
          short
          value={draft.words}
          onChange={(words) => change({ words })}
          limit={limits.reason}
          label="等什么"
          caption="等什么（本人看得到）"
          placeholder="比如：等物业下周开会定"
        />
      </View>
      <View className="sheet-part">
        <Reason title="挂起以后" icon="info">
          {[
            '会告诉本人等到哪天、等什么；办结时限先停住，到了那天自己恢复。',
            `还能挂 ${settingOf(situation.terms, 'suspensions') - situation.suspensions.count} 次，一共还有 ${waits.length} 个工作日。`,
            ...(most < waits.length ? [`一次超过 ${alone} 个工作日，要请上面的专员来挂。`] : []),
          ].join('\n')}
        </Reason>
      </View>
    </Sheet>
  )
}
