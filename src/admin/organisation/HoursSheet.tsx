import { View } from '@tarojs/components'
import { useState } from 'react'
import {
  dayNames,
  hoursText,
  isWeek,
  minutesOf,
  officeHours,
  timeText,
  type WeekHours,
} from '../../../domain/place/hours'
import { SheetFoot } from '../../appeal/SheetFoot'
import { Button } from '../../ui/Button'
import { Field } from '../../ui/Field'
import { Icon } from '../../ui/Icon'
import { Sheet } from '../../ui/Sheet'
import { Tap } from '../../ui/Tap'
import './HoursSheet.scss'
import type { EditProps } from './sheets'

interface Day {
  open: boolean
  from: string
  to: string
}

const daysOf = (week: WeekHours): Day[] =>
  week.map((day) => ({
    open: day !== null,
    from: timeText(day?.opens ?? 510),
    to: timeText(day?.closes ?? 1020),
  }))

function weekOf(days: readonly Day[]): WeekHours | undefined {
  const week = days.map(({ open, from, to }) =>
    open ? { opens: minutesOf(from) ?? -1, closes: minutesOf(to) ?? -1 } : null,
  )
  return isWeek(week) ? week : undefined
}

const always = { opens: 0, closes: 1440 }
const presets: readonly { text: string; week: WeekHours }[] = [
  { text: '工作日', week: officeHours },
  { text: '天天', week: officeHours.map(() => officeHours[0] ?? null) },
  { text: '24 小时', week: officeHours.map(() => always) },
]

/** 开放时间: each day for itself; three usual weeks by one tap. */
export function HoursSheet({ view, busy, refused, onClose, save }: EditProps) {
  const [days, setDays] = useState(() => daysOf(view.hours ?? officeHours))
  const week = weekOf(days)
  const change = (index: number, changed: Partial<Day>) =>
    setDays(days.map((day, at) => (at === index ? { ...day, ...changed } : day)))
  return (
    <Sheet
      open
      title="开放时间"
      onClose={onClose}
      foot={
        <SheetFoot
          refused={refused}
          reason={week ? hoursText(week) : '时间要写成 08:30 这样，关门要比开门晚'}
        >
          <Button
            look={week ? 'main' : 'locked'}
            text="存好"
            busy={busy}
            onTap={() => week && save({ hours: [...week] })}
          />
          {view.hours && <Button look="text" text="不写了，清空" onTap={() => save({ hours: null })} />}
        </SheetFoot>
      }
    >
      <View className="hours-presets">
        {presets.map(({ text, week: usual }) => (
          <Button key={text} look="secondary" text={text} onTap={() => setDays(daysOf(usual))} />
        ))}
      </View>
      {days.map(({ open, from, to }, index) => (
        <View className="hours-day" key={dayNames[index]}>
          <Tap
            className="hours-name"
            role="switch"
            checked={open}
            label={dayNames[index] ?? ''}
            onTap={() => change(index, { open: !open })}
          >
            <Icon name={open ? 'circle-check' : 'circle-dashed'} />
            <View>{dayNames[index]}</View>
          </Tap>
          {open ? (
            <View className="hours-times">
              <Field
                bare
                caption={`${dayNames[index]}几点开`}
                value={from}
                limit={5}
                onChange={(value) => change(index, { from: value })}
              />
              <View className="meta">到</View>
              <Field
                bare
                caption={`${dayNames[index]}几点关`}
                value={to}
                limit={5}
                onChange={(value) => change(index, { to: value })}
              />
            </View>
          ) : (
            <View className="meta">不开门</View>
          )}
        </View>
      ))}
    </Sheet>
  )
}
