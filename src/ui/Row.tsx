import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Icon, type IconName } from './Icon'
import './Row.scss'
import { Tap } from './Tap'

interface Props {
  title: string
  /** 14 px under the title; several lines as several nodes. */
  meta?: ReactNode
  /** Above the title, left: badges. */
  badges?: ReactNode
  /** Above the title, right: a deadline. */
  due?: ReactNode
  /** The deadline is the reader's own: bold. */
  dueBold?: boolean
  /** Before the title. */
  icon?: IconName
  /** How much waits behind it. */
  count?: string
  /** Instead of the chevron: 改, 换. */
  link?: string
  onTap?: () => void
  /** A list of nothing but rows that open: the sign on each would say nothing. */
  quiet?: boolean
}

/** A row of a card: badge left and deadline right, title, meta; the whole row taps. */
export function Row({ title, meta, badges, due, dueBold, icon, count, link, onTap, quiet }: Props) {
  const content = (
    <>
      {(badges || due) && (
        <View className="row-top">
          <View className="row-badges">{badges}</View>
          {due && <View className={`row-due ${dueBold ? 'row-due-bold' : ''}`}>{due}</View>}
        </View>
      )}
      <View className="row-main">
        {icon && <Icon name={icon} className="row-icon" />}
        <View className="row-words">
          <View className="strong said">{title}</View>
          {meta && <View className="meta">{meta}</View>}
        </View>
        {count && <View className="row-count">{count}</View>}
        {link ? (
          <View className="row-link">{link}</View>
        ) : (
          onTap && !quiet && <Icon name="chevron-right" size={20} className="row-icon" />
        )}
      </View>
    </>
  )
  const classes = icon ? 'row row-with-icon' : 'row'
  if (!onTap) return <View className={classes}>{content}</View>
  return (
    <Tap className={classes} onTap={onTap} {...(count && { label: `${title}，${count} 件` })}>
      {content}
    </Tap>
  )
}
