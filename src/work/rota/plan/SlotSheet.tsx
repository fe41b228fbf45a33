import { View } from '@tarojs/components'
import { useState } from 'react'
import { SheetFoot } from '../../../appeal/SheetFoot'
import { Button } from '../../../ui/Button'
import { Chips } from '../../../ui/Chip'
import { Sheet } from '../../../ui/Sheet'
import { ColleagueChoice } from '../ColleagueChoice'
import type { Colleagues } from '../useColleagues'
import { type DraftSlot, planFault, type SlotForm, withForm } from './draft'
import './SlotSheet.scss'
import { TimeField } from './TimeField'
import { Weekdays } from './Weekdays'

interface Props {
  slots: readonly DraftSlot[]
  /** Undefined: a new one. */
  changed: DraftSlot | undefined
  colleagues: Colleagues
  onDone: (slots: DraftSlot[]) => void
  onClose: () => void
}

const presets = [
  { name: 'day', text: '白班 08:00–20:00', from: 480, to: 1200 },
  { name: 'night', text: '夜班 20:00–次日 08:00', from: 1200, to: 480 },
  { name: 'office', text: '上班时间 08:30–17:30', from: 510, to: 1050 },
  { name: 'always', text: '一整天', from: 0, to: 0 },
] as const

const fresh: SlotForm = { weekdays: [], from: presets[0].from, to: presets[0].to, personId: undefined }

/** Who is on duty from when to when, on one weekday or several. */
export function SlotSheet({ slots, changed, colleagues, onDone, onClose }: Props) {
  const [form, setForm] = useState<SlotForm>(changed ? { ...changed, weekdays: [changed.weekday] } : fresh)
  const change = (part: Partial<SlotForm>) => setForm((before) => ({ ...before, ...part }))
  const { weekdays, from, to, personId } = form
  const person = colleagues.list?.find((each) => each.personId === personId)
  const made = person && withForm(slots, changed, { ...form, personId: person.personId }, person.name)
  const fault = made && planFault(made)
  const missing =
    weekdays.length === 0
      ? '选一选是周几'
      : person
        ? fault?.replace('没有存。请改一个再存', '换个时间或换个人')
        : '选一位同事'
  const toggle = (weekday: number) =>
    change({
      weekdays: changed
        ? [weekday]
        : weekdays.includes(weekday)
          ? weekdays.filter((each) => each !== weekday)
          : [...weekdays, weekday],
    })
  return (
    <Sheet
      open
      tall
      title={changed ? '改这个班' : '加一班'}
      onClose={onClose}
      foot={
        <SheetFoot reason={missing}>
          {made && !missing ? (
            <Button text={changed ? '改好了' : '加上'} onTap={() => onDone(made)} />
          ) : (
            <Button look="locked" text={changed ? '改好了' : '加上'} onTap={onClose} />
          )}
        </SheetFoot>
      }
    >
      <View className="meta sheet-caption">周几{changed ? '' : '（可以选几天）'}</View>
      <Weekdays chosen={weekdays} onToggle={toggle} />
      <View className="sheet-part sheet-chips">
        <Chips
          wrap
          look="answer"
          label="哪种班"
          options={presets}
          chosen={presets.find((preset) => preset.from === from && preset.to === to)?.name}
          onChoose={(name) => {
            const preset = presets.find((each) => each.name === name)
            if (preset) change({ from: preset.from, to: preset.to })
          }}
        />
      </View>
      <View className="sheet-part slot-times">
        <TimeField label="从" value={from} onChange={(value) => change({ from: value })} />
        <TimeField
          label="到"
          before={to <= from ? '次日' : undefined}
          value={to}
          onChange={(value) => change({ to: value })}
        />
      </View>
      <View className="sheet-part">
        <View className="meta sheet-caption">谁值</View>
        <ColleagueChoice
          colleagues={colleagues}
          chosen={personId}
          onChoose={(chosen) => change({ personId: chosen })}
          nobody="单位里还没有能值班的人。请管理员先给同事加上身份。"
        />
      </View>
    </Sheet>
  )
}
