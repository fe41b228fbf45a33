import { View } from '@tarojs/components'
import './Segments.scss'
import { Tap } from './Tap'

interface Props<Name extends string> {
  options: readonly { name: Name; text: string }[]
  chosen: Name
  onChoose: (name: Name) => void
  label: string
}

/** Two or three views of one page, side by side. */
export function Segments<Name extends string>({ options, chosen, onChoose, label }: Props<Name>) {
  return (
    <View className="segments" {...{ role: 'tablist', 'aria-label': label }}>
      {options.map(({ name, text }) => (
        <Tap
          key={name}
          role="tab"
          checked={name === chosen}
          className={`segment ${name === chosen ? 'segment-chosen' : ''}`}
          onTap={() => onChoose(name)}
        >
          <View>{text}</View>
        </Tap>
      ))}
    </View>
  )
}
