import { View } from '@tarojs/components'
import './Chip.scss'
import { Icon } from './Icon'
import { Tap } from './Tap'

interface Props<Name extends string> {
  options: readonly { name: Name; text: string }[]
  chosen: readonly Name[]
  onToggle: (name: Name) => void
  label: string
}

/** Chips 48 px high, of which any number is chosen. */
export function SeveralChips<Name extends string>({ options, chosen, onToggle, label }: Props<Name>) {
  return (
    <View className="chips chips-wrap" {...{ role: 'group', 'aria-label': label }}>
      {options.map(({ name, text }) => {
        const isChosen = chosen.includes(name)
        return (
          <Tap
            key={name}
            role="switch"
            checked={isChosen}
            className={`chip ${isChosen ? 'chip-answer' : ''}`}
            onTap={() => onToggle(name)}
          >
            {isChosen && <Icon name="circle-check" size={20} />}
            <View>{text}</View>
          </Tap>
        )
      })}
    </View>
  )
}
