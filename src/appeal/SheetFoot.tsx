import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import type { Refused } from '../call/refused'
import { Icon } from '../ui/Icon'
import './SheetFoot.scss'

/** The foot of a form: what is in the way, then the buttons. */
export function SheetFoot({
  refused,
  reason,
  children,
}: {
  refused?: Refused | undefined
  reason?: string | undefined
  children: ReactNode
}) {
  const words = refused ? `${refused.message}${refused.number ? `（${refused.number}）` : ''}` : reason
  return (
    <View className="sheet-buttons">
      {words && (
        <View className="sheet-reason" {...{ role: 'status' }}>
          <Icon name={refused?.code === 'OFFLINE' ? 'wifi-off' : 'info'} size={18} />
          <View>{words}</View>
        </View>
      )}
      {children}
    </View>
  )
}
