import { View } from '@tarojs/components'
import { Icon, type IconName } from './Icon'
import { Tap } from './Tap'
import './Toggle.scss'

interface Props {
  title: string
  words: string
  icon: IconName
  on: boolean
  onChange: (on: boolean) => void
  /** For danger to people. */
  red?: boolean
}

/** A line with a switch; the whole line taps. */
export function Toggle({ title, words, icon, on, onChange, red }: Props) {
  return (
    <Tap
      className={`toggle ${red ? 'toggle-red' : ''} ${on ? 'toggle-on' : ''}`}
      role="switch"
      checked={on}
      label={title}
      onTap={() => onChange(!on)}
    >
      <Icon name={icon} className="toggle-icon" />
      <View className="toggle-words">
        <View className="strong">{title}</View>
        <View className="meta">{words}</View>
      </View>
      <View className="toggle-track">
        <View className="toggle-knob">{on && <Icon name="check" size={16} />}</View>
      </View>
    </Tap>
  )
}
