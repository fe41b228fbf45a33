import { View } from '@tarojs/components'
import { Button } from './Button'
import { Icon, type IconName } from './Icon'
import './Offer.scss'

interface Props {
  icon: IconName
  title: string
  words: string
  yes: { text: string; onTap: () => void }
  no: { text: string; onTap: () => void }
  /** For danger to people. */
  red?: boolean
}

/** Something that the page noticed and could do: one tap takes it, one tap leaves it, and nothing happens by itself. */
export function Offer({ icon, title, words, yes, no, red }: Props) {
  return (
    <View className={`offer ${red ? 'offer-red' : ''}`} {...{ role: 'status' }}>
      <View className="offer-head">
        <Icon name={icon} className="offer-icon" />
        <View className="offer-words">
          <View className="strong">{title}</View>
          <View className="meta">{words}</View>
        </View>
      </View>
      <View className="offer-answers">
        <Button look="text" className="offer-answer" text={no.text} onTap={no.onTap} />
        <Button look="secondary" className="offer-answer" text={yes.text} onTap={yes.onTap} />
      </View>
    </View>
  )
}
