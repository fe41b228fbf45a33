import { Picker, View } from '@tarojs/components'
import { Icon } from '../../../ui/Icon'
import { minutesOf, timeOfDay } from '../../dutyWords'
import './TimeField.scss'

interface Props {
  label: string
  /** Minutes of the day. */
  value: number
  onChange: (value: number) => void
  /** Before the time: 次日. */
  before?: string | undefined
}

/** A time of day, chosen by the phone's own wheel. */
export function TimeField({ label, value, onChange, before }: Props) {
  const time = timeOfDay(value)
  return (
    <Picker
      mode="time"
      value={time}
      className="time-picker"
      onChange={({ detail }) => onChange(minutesOf(String(detail.value)))}
    >
      <View className="time-field" {...{ role: 'button', 'aria-label': `${label} ${before ?? ''}${time}` }}>
        <View className="meta">{label}</View>
        <View className="time-value">
          {before && <View className="meta">{before}</View>}
          <View className="strong">{time}</View>
        </View>
        <Icon name="chevron-down" size={18} />
      </View>
    </Picker>
  )
}
