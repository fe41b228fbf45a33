import { View } from '@tarojs/components'
import type { PropsWithChildren } from 'react'

interface Props {
  onTap: () => void
  className?: string
  /** What it does, where the text inside does not say it. */
  label?: string
  /** A choice among several, or a switch: read out as chosen or not. */
  role?: 'button' | 'radio' | 'switch' | 'tab' | 'link'
  checked?: boolean
  disabled?: boolean
}

/** Anything that can be tapped: dims under the thumb and says to screen readers what it is. */
export function Tap({
  onTap,
  className = '',
  label,
  role = 'button',
  checked,
  disabled,
  children,
}: PropsWithChildren<Props>) {
  const spoken = {
    role,
    'aria-role': role,
    ...(label && { 'aria-label': label }),
    ...(checked !== undefined && { 'aria-checked': checked ? 'true' : 'false' }),
    ...(disabled && { 'aria-disabled': 'true' }),
  }
  return (
    <View
      className={`tap ${className}`}
      hoverClass={disabled ? 'none' : 'pressed'}
      onClick={disabled ? undefined : () => onTap()}
      {...spoken}
    >
      {children}
    </View>
  )
}
