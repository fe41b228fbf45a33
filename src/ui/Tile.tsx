import { View } from '@tarojs/components'
import { Icon, type IconName } from './Icon'
import './Tile.scss'
import { Tap } from './Tap'

interface Props<Name extends string> {
  options: readonly { name: Name; text: string; icon: IconName }[]
  chosen?: Name | undefined
  onChoose: (name: Name) => void
  label?: string
  /** All weigh the same and none is chosen beforehand: bold words (满意/部分/不满意). */
  bold?: boolean
}

/** Large tiles, three in a row, of which one is chosen. */
export function Tiles<Name extends string>({ options, chosen, onChoose, label, bold }: Props<Name>) {
  return (
    <View className="tiles" {...{ role: 'radiogroup', ...(label && { 'aria-label': label }) }}>
      {options.map(({ name, text, icon }) => (
        <Tap
          key={name}
          role={bold ? 'button' : 'radio'}
          {...(!bold && { checked: name === chosen })}
          className={`tile ${name === chosen ? 'tile-chosen' : ''} ${bold ? 'tile-bold' : ''}`}
          onTap={() => onChoose(name)}
        >
          <Icon name={icon} size={bold ? 28 : 24} />
          <View>{text}</View>
          {name === chosen && <Icon name="circle-check" size={18} className="tile-tick" />}
        </Tap>
      ))}
    </View>
  )
}
