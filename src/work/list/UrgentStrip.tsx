import { View } from '@tarojs/components'
import type { AppealRow } from '../../../domain/contract'
import { span } from '../../appeal/words'
import { Icon } from '../../ui/Icon'
import { Tap } from '../../ui/Tap'
import { openAppeal } from './WorkRow'

/** An urgent one that nobody has taken, before everything else. */
export function UrgentStrip({
  appeal: { id, title, acceptBy, state },
  now,
}: {
  appeal: AppealRow
  now: number
}) {
  const what = state === 'submitted' ? '派' : '接'
  return (
    <Tap className="urgent-strip" onTap={() => openAppeal(id)}>
      <Icon name="siren" />
      <View className="urgent-title">紧急：{title}</View>
      <View className="urgent-due">
        {acceptBy > now ? `${span(acceptBy - now)}内要${what}` : `晚了 ${span(now - acceptBy)}`}
      </View>
      <Icon name="chevron-right" size={20} />
    </Tap>
  )
}
