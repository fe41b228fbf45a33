import { ScrollView, View } from '@tarojs/components'
import './Chip.scss'
import { Icon } from './Icon'
import { Tap } from './Tap'

interface Props<Name extends string> {
  options: readonly { name: Name; text: string }[]
  chosen: Name | undefined
  onChoose: (name: Name) => void
  /** filter: chosen is ink · answer: chosen is honey with a tick. */
  look?: 'filter' | 'answer'
  /** Several lines instead of one that scrolls sideways. */
  wrap?: boolean
  label?: string
}

/** Chips 48 px high, of which one is chosen. */
export function Chips<Name extends string>({
  options,
  chosen,
  onChoose,
  look = 'filter',
  wrap,
  label,
}: Props<Name>) {
  const chips = options.map(({ name, text }) => {
    const isChosen = name === chosen
    return (
      <Tap
        key={name}
        role="radio"
        checked={isChosen}
        className={`chip ${isChosen ? `chip-${look}` : ''}`}
        onTap={() => onChoose(name)}
      >
        {isChosen && look === 'answer' && <Icon name="circle-check" size={20} />}
        <View>{text}</View>
      </Tap>
    )
  })
  const spoken = { role: 'radiogroup', ...(label && { 'aria-label': label }) }
  if (wrap)
    return (
      <View className="chips chips-wrap" {...spoken}>
        {chips}
      </View>
    )
  const at = options.findIndex(({ name }) => name === chosen)
  const before = options.slice(0, Math.max(0, at))
  const left = before.reduce((sum, { text }) => sum + widthOf(text), 0)
  return (
    <ScrollView
      className="chips-scroll"
      scrollX
      scrollLeft={Math.max(0, left - inSight)}
      showScrollbar={false}
      enhanced
      scrollWithAnimation
    >
      <View className="chips" {...spoken}>
        {chips}
      </View>
    </ScrollView>
  )
}

// The chosen one may stand far to the right: it is brought into sight with something of the one before. Chinese
// letters are as wide as they are high, others about half of it.
const inSight = 96
const widthOf = (text: string) =>
  40 + [...text].reduce((sum, letter) => sum + (letter > '\u2e7f' ? 16 : 9), 0)
