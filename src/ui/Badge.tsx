import { View } from '@tarojs/components'
import type { BadgeIconName } from './iconNames'
import './Badge.scss'
import { Icon } from './Icon'

export type BadgeTone = 'grey' | 'blue' | 'honey' | 'wash' | 'green' | 'red' | 'redWash' | 'outlined'

interface Props {
  text: string
  icon: BadgeIconName
  tone: BadgeTone
}

/** Word, icon and colour together: a state must read in grey too. */
export function Badge({ text, icon, tone }: Props) {
  return (
    <View className={`badge badge-${tone}`}>
      <Icon name={icon} size={16} />
      <View>{text}</View>
    </View>
  )
}
