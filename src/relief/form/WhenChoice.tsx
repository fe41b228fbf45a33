import { Picker, View } from '@tarojs/components'
import { useState } from 'react'
import { clock, date, startOfDay } from '../../appeal/words'
import { Chips } from '../../ui/Chip'
import { Heading } from '../../ui/Heading'
import { Icon } from '../../ui/Icon'

interface Props {
  /** Milliseconds; undefined: now. */
  at: number | undefined
  now: number
  onChange: (at: number) => void
}

const day = 86_400_000
const options = [
  { name: 'today', text: '今天' },
  { name: 'yesterday', text: '昨天' },
  { name: 'other', text: '别的日子' },
] as const

/** When it happened: today at this time unless said otherwise. */
export function WhenChoice({ at = Date.now(), now, onChange }: Props) {
  const midnight = startOfDay(at)
  const today = startOfDay(now)
  const near = midnight === today ? 'today' : midnight === today - day ? 'yesterday' : 'other'
  const [far, setFar] = useState(near === 'other')
  const chosen = far ? 'other' : near
  const onDay = (start: number) => onChange(start + (at - midnight))
  return (
    <View>
      <Heading text="什么时候" />
      <View className="relief-part">
        <Chips
          wrap
          look="answer"
          label="哪一天"
          options={options}
          chosen={chosen}
          onChoose={(name) => {
            setFar(name === 'other')
            if (name !== 'other') onDay(name === 'today' ? today : today - day)
          }}
        />
      </View>
      <View className="relief-part relief-when">
        {far && (
          <Picker
            mode="date"
            className="relief-picker"
            value={isoDate(at)}
            end={isoDate(now)}
            onChange={({ detail }) => onDay(Date.parse(`${detail.value}T00:00:00+08:00`))}
          >
            <Chosen label="日期" text={date(at, now)} />
          </Picker>
        )}
        <Picker
          mode="time"
          className="relief-picker"
          value={clock(at)}
          onChange={({ detail }) => onChange(midnight + minutesOf(String(detail.value)) * 60_000)}
        >
          <Chosen label="几点" text={clock(at)} />
        </Picker>
      </View>
    </View>
  )
}

function Chosen({ label, text }: { label: string; text: string }) {
  return (
    <View className="relief-chosen" {...{ role: 'button', 'aria-label': `${label} ${text}` }}>
      <View className="meta">{label}</View>
      <View className="strong relief-chosen-text">{text}</View>
      <Icon name="chevron-down" size={18} />
    </View>
  )
}

const minutesOf = (time: string) => {
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  return hours * 60 + minutes
}
const isoDate = (at: number) => new Date(at + 8 * 3_600_000).toISOString().slice(0, 10)
