import { View } from '@tarojs/components'
import type { PropsWithChildren } from 'react'
import './Card.scss'
import { Tap } from './Tap'

interface Props {
  /** The whole card taps. */
  onTap?: () => void
  label?: string
  /** Sunken: reasons, notices. */
  sunken?: boolean
  /** Rows bring their own padding. */
  flush?: boolean
  className?: string
}

/** A surface with a hairline around it; no shadow. */
export function Card({ onTap, label, sunken, flush, className = '', children }: PropsWithChildren<Props>) {
  const classes = `card ${sunken ? 'card-sunken' : ''} ${flush ? '' : 'card-padded'} ${className}`
  if (!onTap) return <View className={classes}>{children}</View>
  return (
    <Tap className={classes} onTap={onTap} label={label}>
      {children}
    </Tap>
  )
}
