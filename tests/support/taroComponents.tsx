import { createElement, type ReactNode } from 'react'

/**
 * Stand-ins for @tarojs/components in tests of pages: plain elements that keep what a test looks for — text, roles,
 * labels, taps, words typed.
 */
interface Props {
  children?: ReactNode
  className?: string
  role?: string
  onClick?: () => void
  onTouchStart?: (event: object) => void
  onTouchMove?: (event: object) => void
  onTouchEnd?: () => void
  src?: string
  value?: string
  placeholder?: string
  onInput?: (event: { detail: { value: string } }) => void
  [attribute: `aria-${string}`]: unknown
}

function element(tag: string) {
  return ({ children, ...props }: Props) => createElement(tag, kept(props), children)
}

function kept({
  className,
  role,
  onClick,
  onTouchStart,
  onTouchMove,
  onTouchEnd,
  src,
  placeholder,
  ...rest
}: Props): Record<string, unknown> {
  const spoken = Object.fromEntries(Object.entries(rest).filter(([name]) => name.startsWith('aria-')))
  return { className, role, onClick, onTouchStart, onTouchMove, onTouchEnd, src, placeholder, ...spoken }
}

function field(tag: 'input' | 'textarea') {
  return ({ value, onInput, ...props }: Props) =>
    createElement(tag, {
      ...kept(props),
      value,
      onChange: (event: { target: { value: string } }) =>
        onInput?.({ detail: { value: event.target.value } }),
    })
}

export const View = element('div')
export const Text = element('span')
export const ScrollView = element('div')
export const Image = element('img')
export const Input = field('input')
export const Textarea = field('textarea')
export const Picker = element('div')
