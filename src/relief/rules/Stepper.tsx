import { View } from '@tarojs/components'
import { Icon } from '../../ui/Icon'
import { Tap } from '../../ui/Tap'
import './Stepper.scss'

interface Props {
  label: string
  value: number
  most: number
  /** How much one tap is. */
  by: number
  onChange: (value: number) => void
}

/** A number with a button on either side. */
export function Stepper({ label, value, most, by, onChange }: Props) {
  const lower = Math.max(0, value - by)
  const higher = Math.min(most, value + by)
  return (
    <View className="stepper">
      <View className="strong stepper-label">{label}</View>
      <Tap
        className={`stepper-button ${value === 0 ? 'stepper-end' : ''}`}
        label={`${label}少 ${by} 分`}
        disabled={value === 0}
        onTap={() => onChange(lower)}
      >
        <Icon name="minus" />
      </Tap>
      <View className="strong stepper-value">{value} 分</View>
      <Tap
        className={`stepper-button ${value === most ? 'stepper-end' : ''}`}
        label={`${label}多 ${by} 分`}
        disabled={value === most}
        onTap={() => onChange(higher)}
      >
        <Icon name="plus" />
      </Tap>
    </View>
  )
}
