import { View } from '@tarojs/components'
import type { Output } from '../../../domain/contract'
import { Card } from '../../ui/Card'
import { Meter } from '../../ui/Meter'
import type { Settling } from './useSettling'

interface Props {
  unsettled: NonNullable<Output<'organisation.view'>['unsettled']>
  settling: Settling
}

const words = {
  move: '正在把下面的单位和手里的诉求一起带过去',
  rename: '正在把新名字告诉用到它的地方',
  merge: '正在把诉求和工作人员交给承接的单位',
} as const

/** How far a change has been carried over; it may be left and gone on with later, by anybody. */
export function SettlingCard({ unsettled, settling: { running, progress, refused } }: Props) {
  const { done, total } = progress ?? unsettled
  const share = total === 0 ? 1 : done / total
  return (
    <Card>
      <View className="admin-what" {...{ role: 'status' }}>
        <View className="strong">{words[unsettled.why]}</View>
        <Meter used={share} label={`${done} / ${total}`} />
        <View className="meta">
          {refused?.message ??
            (running
              ? `${done} / ${total}，离开也不要紧，回来接着办`
              : `办了 ${done} / ${total}，停在这里，一件没丢`)}
        </View>
      </View>
    </Card>
  )
}
