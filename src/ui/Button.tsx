import { View } from '@tarojs/components'
import { Icon, type IconName } from './Icon'
import './Button.scss'
import { Tap } from './Tap'

interface Props {
  text: string
  onTap: () => void
  /** main: honey, one a screen · secondary: outlined · locked: not possible now, say why beside it · text: honey ink. */
  look?: 'main' | 'secondary' | 'locked' | 'text'
  icon?: IconName
  /** After the text: an arrow to the next thing. */
  iconAfter?: IconName
  /** Something is on its way; taps do nothing. */
  busy?: boolean
  className?: string
}

/** A button 52 px high (a text button 48). */
export function Button({ text, onTap, look = 'main', icon, iconAfter, busy, className = '' }: Props) {
  const locked = look === 'locked'
  return (
    <Tap
      className={`button button-${look} ${busy ? 'button-busy' : ''} ${className}`}
      disabled={locked || busy}
      onTap={onTap}
    >
      {locked ? <Icon name="lock" /> : icon && <Icon name={icon} />}
      <View>{text}</View>
      {iconAfter && <Icon name={iconAfter} />}
    </Tap>
  )
}
