import { View } from '@tarojs/components'
import type { IconName } from './iconNames'

export type { IconName }

interface Props {
  name: IconName
  size?: 16 | 18 | 20 | 24 | 28 | 32 | 44
  /** Only where no text says the same. */
  label?: string
  className?: string
}

/** A Lucide icon in the colour of the text around it. */
export function Icon({ name, size = 24, label, className = '' }: Props) {
  const sized = size === 24 ? '' : ` icon-${size}`
  return (
    <View
      className={`icon icon-${name}${sized} ${className}`}
      {...(label ? { role: 'img', 'aria-label': label } : { 'aria-hidden': 'true' })}
    />
  )
}
