import { Picker, View } from '@tarojs/components'
import { useState } from 'react'
import { date, startOfDay } from '../../appeal/words'
import { windowWords } from '../../task/words'
import { Card } from '../../ui/Card'
import { Chips } from '../../ui/Chip'
import { Row } from '../../ui/Row'
import { dayOf, momentOf } from '../dayField'
import { TimeField } from '../rota/plan/TimeField'
import { partsOf, type TaskForm, windowOn } from './taskForm'

interface Props {
  form: TaskForm
  now: number
  onChange: (window: Pick<TaskForm, 'from' | 'to'>) => void
}

const day = 86_400_000
const days = [
  { name: 'today', text: '今天' },
  { name: 'tomorrow', text: '明天' },
  { name: 'other', text: '别的日子' },
] as const

/** When: today or tomorrow by one tap, from and to by the phone's own wheel. */
export function WindowChoice({ form, now, onChange }: Props) {
  const { midnight, from, to } = partsOf(form)
  const today = startOfDay(now)
  const near = midnight === today ? 'today' : midnight === today + day ? 'tomorrow' : 'other'
  const [far, setFar] = useState(near === 'other')
  const onDay = (start: number) => onChange(windowOn(start, from, to))
  return (
    <>
      <Chips
        wrap
        look="answer"
        label="哪一天"
        options={days}
        chosen={far ? 'other' : near}
        onChoose={(name) => {
          setFar(name === 'other')
          if (name !== 'other') onDay(name === 'today' ? today : today + day)
        }}
      />
      {far && (
        <Picker
          mode="date"
          value={dayOf(midnight)}
          start={dayOf(now)}
          onChange={({ detail }) => onDay(momentOf(String(detail.value), '00:00'))}
        >
          <Card flush>
            <Row icon="calendar-days" title={date(midnight, now)} link="换一天" />
          </Card>
        </Picker>
      )}
      <View className="publish-times">
        <TimeField label="从" value={from} onChange={(value) => onChange(windowOn(midnight, value, to))} />
        <TimeField
          label="到"
          before={to <= from ? '次日' : undefined}
          value={to}
          onChange={(value) => onChange(windowOn(midnight, from, value))}
        />
      </View>
      <View className="meta">{windowWords(form, now)}</View>
    </>
  )
}
