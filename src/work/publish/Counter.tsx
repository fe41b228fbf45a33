import { Input, View } from '@tarojs/components'
import { Icon } from '../../ui/Icon'
import { Tap } from '../../ui/Tap'
import './Counter.scss'

interface Props {
  label: string
  unit: string
  value: number
  least: number
  most: number
  onChange: (value: number) => void
}

/** A number that is typed, or changed by one with a button on either side. */
export function Counter({ label, unit, value, least, most, onChange }: Props) {
  const set = (next: number) => onChange(Math.min(most, Math.max(least, Math.round(next) || least)))
  const button = (icon: 'minus' | 'plus', step: number, end: boolean) => (
    <Tap
      className={`counter-button ${end ? 'counter-end' : ''}`}
      label={`${label}${step > 0 ? '多' : '少'} 1 ${unit}`}
      disabled={end}
      onTap={() => set(value + step)}
    >
      <Icon name={icon} />
    </Tap>
  )
  return (
    <View className="counter">
      <View className="strong counter-label">{label}</View>
      {button('minus', -1, value <= least)}
      <Input
        className="counter-value"
        type="number"
        value={String(value)}
        maxlength={3}
        onBlur={(event) => set(Number(event.detail.value))}
        {...{ 'aria-label': label }}
      />
      <View className="meta">{unit}</View>
      {button('plus', 1, value >= most)}
    </View>
  )
}
