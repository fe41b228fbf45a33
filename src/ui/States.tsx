import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Bee } from './Bee'
import { Icon, type IconName } from './Icon'
import './States.scss'
import { Tap } from './Tap'

/** Nothing there yet. `first`: the bee, on a first-run page only. */
export function Empty({ title, words, first }: { title: string; words?: string; first?: boolean }) {
  return (
    <View className="empty">
      {first && <Bee size={56} />}
      <View className="big">{title}</View>
      {words && <View className="empty-words">{words}</View>}
    </View>
  )
}

/** Grey bars where a card with rows will be. */
export function LoadingCard({ rows = 2 }: { rows?: number }) {
  return (
    <View className="skeleton-card" {...{ role: 'status', 'aria-label': '正在取' }}>
      {Array.from({ length: rows }, (_, row) => (
        <View className="skeleton-row" key={row}>
          <View className="skeleton-top">
            <View className="skeleton skeleton-badge" />
            <View className="skeleton skeleton-due" />
          </View>
          <View className="skeleton skeleton-title" />
          <View className="skeleton skeleton-meta" />
        </View>
      ))}
    </View>
  )
}

/** One grey bar, for a heading or a line. */
export function LoadingLine({ wide }: { wide?: boolean }) {
  return <View className={`skeleton skeleton-line ${wide ? 'skeleton-line-wide' : ''}`} />
}

interface FailureProps {
  title: string
  words: string
  icon?: IconName
  /** What was seen last time: a card. */
  children?: ReactNode
  /** To tell the community: 一直不行，把这个号告诉社区. */
  number?: string | undefined
}

/** A whole page could not be read; the buttons stand in the page's foot. */
export function Failure({ title, words, icon = 'cloud-off', children, number }: FailureProps) {
  return (
    <View className="failure">
      <View className="failure-circle">
        <Icon name={icon} size={44} />
      </View>
      <View className="big">{title}</View>
      <View className="failure-words">{words}</View>
      {children && <View className="failure-seen">{children}</View>}
      {number && <View className="hint">一直不行，把这个号告诉社区：{number}</View>}
    </View>
  )
}

/** A sunken line on top of a page that still works: no signal. */
export function Notice({ icon, title, words, onTap }: NoticeProps) {
  const inside = (
    <>
      <Icon name={icon} />
      <View className="notice-words">
        <View className="strong">{title}</View>
        {words && <View className="meta">{words}</View>}
      </View>
      {onTap && <Icon name="refresh-cw" size={20} />}
    </>
  )
  if (onTap)
    return (
      <Tap className="notice" onTap={onTap}>
        {inside}
      </Tap>
    )
  return (
    <View className="notice" {...{ role: 'status' }}>
      {inside}
    </View>
  )
}

interface NoticeProps {
  icon: IconName
  title: string
  words?: string
  /** Tries again. */
  onTap?: () => void
}
