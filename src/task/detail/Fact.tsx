import { View } from '@tarojs/components'
import { Icon, type IconName } from '../../ui/Icon'
import { Tap } from '../../ui/Tap'

interface Props {
  icon: IconName
  title: string
  words?: string
  /** On the right: what can be done with it. */
  link?: { icon: IconName; text: string; onTap: () => void }
}

/** A line of what a task asks for: 几点, 在哪, 多少分. */
export function Fact({ icon, title, words, link }: Props) {
  return (
    <View className="task-fact">
      <Icon name={icon} className="task-fact-icon" />
      <View className="task-fact-words">
        <View className="strong said">{title}</View>
        {words && <View className="meta">{words}</View>}
      </View>
      {link && (
        <Tap className="task-fact-link" onTap={link.onTap}>
          <Icon name={link.icon} size={20} />
          <View>{link.text}</View>
        </Tap>
      )}
    </View>
  )
}
