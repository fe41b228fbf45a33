import { View } from '@tarojs/components'
import { Icon, type IconName } from '../../ui/Icon'
import { Tap } from '../../ui/Tap'
import './Tools.scss'

interface Props<Name extends string> {
  tools: readonly { name: Name; text: string; icon: IconName }[]
  onChoose: (name: Name) => void
}

/** What else can be done, as a row of icons above the main button. */
export function Tools<Name extends string>({ tools, onChoose }: Props<Name>) {
  return (
    <View className="tools">
      {tools.map(({ name, text, icon }) => (
        <Tap key={name} className="tool" onTap={() => onChoose(name)}>
          <Icon name={icon} />
          <View>{text}</View>
        </Tap>
      ))}
    </View>
  )
}
