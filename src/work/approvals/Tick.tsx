import { View } from '@tarojs/components'
import { Icon } from '../../ui/Icon'

/** A box with a tick, or without. */
export function Tick({ on }: { on: boolean }) {
  return <View className={`tick ${on ? 'tick-on' : ''}`}>{on && <Icon name="check" size={20} />}</View>
}
