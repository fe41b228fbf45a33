import { View } from '@tarojs/components'
import './Heading.scss'
import { Icon } from './Icon'
import { Tap } from './Tap'

interface Props {
  text: string
  /** Beside it, small: 2 件. */
  count?: string
  /** On the right, grey. */
  aside?: string
  /** On the right, a link: 全部. */
  link?: string
  onLink?: () => void
}

/** The title of a part of a page, 18 bold. */
export function Heading({ text, count, aside, link, onLink }: Props) {
  return (
    <View className="heading-line">
      <View className="heading">{text}</View>
      {count && <View className="meta heading-count">{count}</View>}
      {aside && <View className="meta heading-aside">{aside}</View>}
      {link && onLink && (
        <Tap className="heading-link" onTap={onLink} role="link">
          <View>{link}</View>
          <Icon name="chevron-right" size={18} />
        </Tap>
      )}
    </View>
  )
}
