import { Image, View } from '@tarojs/components'
import type { Output } from '../../../domain/contract'
import { tradeNames } from '../../../domain/people/roles'
import { UrgentBadge } from '../../appeal/StateBadge'
import { span } from '../../appeal/words'
import { addressOf } from '../../call/address'
import { Tap } from '../../ui/Tap'
import { openAppeal } from '../list/WorkRow'
import './UrgentCard.scss'

export type Urgent = NonNullable<Output<'work.today'>['urgent']>

/** The urgent one that nobody has taken, before everything else. */
export function UrgentCard({ appeal, now }: { appeal: Urgent; now: number }) {
  const { id, title, placeName, trade, createdAt, acceptBy, state, photo } = appeal
  const what = state === 'submitted' ? '派' : '接'
  return (
    <Tap className="urgent-card" onTap={() => openAppeal(id)}>
      <View className="urgent-card-top">
        <UrgentBadge />
        <View className="urgent-card-due">
          {acceptBy > now ? `${span(acceptBy - now)}内要${what}` : `晚了 ${span(now - acceptBy)}`}
        </View>
      </View>
      <View className="urgent-card-main">
        {photo && <Image className="urgent-card-photo" src={addressOf(photo)} mode="aspectFill" />}
        <View className="urgent-card-words">
          <View className="heading said">{title}</View>
          <View className="meta">{placeName}</View>
          <View className="meta">
            {tradeNames[trade]} · {span(now - createdAt)}前
          </View>
        </View>
      </View>
    </Tap>
  )
}
