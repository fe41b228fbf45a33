import { Picker, View } from '@tarojs/components'
import type { RidingHours } from '../../../domain/task/standing'
import { Icon } from '../../ui/Icon'
import { Tap } from '../../ui/Tap'
import { minutesOf, timeOf } from './riding'

interface Props {
  hours: RidingHours
  onChange: (hours: RidingHours) => void
  onRemove: () => void
}

/** Hours of one's own: from, to, away with them. */
export function OwnHours({ hours, onChange, onRemove }: Props) {
  return (
    <View className="volunteer-times">
      <Time label="几点开始跑" at={hours.from} onChange={(from) => onChange({ ...hours, from })} />
      <View className="meta">到</View>
      <Time label="几点跑完" at={hours.to} onChange={(to) => onChange({ ...hours, to })} />
      <Tap className="volunteer-remove" label="去掉这一段" onTap={onRemove}>
        <Icon name="x" />
      </Tap>
    </View>
  )
}

function Time({ label, at, onChange }: { label: string; at: number; onChange: (at: number) => void }) {
  return (
    <Picker
      mode="time"
      className="volunteer-time"
      value={timeOf(at)}
      onChange={({ detail }) => onChange(minutesOf(String(detail.value)))}
    >
      <View className="volunteer-chosen" {...{ role: 'button', 'aria-label': `${label} ${timeOf(at)}` }}>
        <View className="strong">{timeOf(at)}</View>
        <Icon name="chevron-down" size={18} />
      </View>
    </Picker>
  )
}
