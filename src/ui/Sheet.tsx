import { ScrollView, View } from '@tarojs/components'
import { type PropsWithChildren, type ReactNode, useEffect, useState } from 'react'
import { Icon, type IconName } from './Icon'
import './Sheet.scss'
import { Tap } from './Tap'

interface Props {
  open: boolean
  title: string
  icon?: IconName
  onClose: () => void
  /** The main action, fixed at the foot. */
  foot?: ReactNode
  /** As high as it may be, whatever is inside: lists that are searched. */
  tall?: boolean
}

/** A sheet from below: grip, title, close; scrolls inside when it is high. Nothing inside lives while it is shut. */
export function Sheet({ open, title, icon, onClose, foot, tall, children }: PropsWithChildren<Props>) {
  // Laid out below the edge first, so that it can slide in.
  const [risen, setRisen] = useState(false)
  useEffect(() => {
    if (!open) return setRisen(false)
    const timer = setTimeout(() => setRisen(true), 20)
    return () => clearTimeout(timer)
  }, [open])
  if (!open) return null
  return (
    <View className={`sheet-layer ${risen ? 'sheet-risen' : ''}`}>
      <View className="sheet-scrim" catchMove onClick={onClose} />
      <View className={`sheet ${tall ? 'sheet-tall' : ''}`} {...{ role: 'dialog', 'aria-label': title }}>
        <View className="sheet-grip" catchMove />
        <View className="sheet-head" catchMove>
          {icon && <Icon name={icon} size={28} className="sheet-icon" />}
          <View className="big sheet-title">{title}</View>
          <Tap className="sheet-close" label="关上" onTap={onClose}>
            <Icon name="x" />
          </Tap>
        </View>
        <ScrollView className="sheet-scroll" scrollY enhanced showScrollbar={false}>
          <View className="sheet-inside">{children}</View>
        </ScrollView>
        {foot && <View className="sheet-foot">{foot}</View>}
      </View>
    </View>
  )
}
