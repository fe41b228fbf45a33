import { View } from '@tarojs/components'
import type { Output } from '../../../domain/contract'
import type { RedemptionAction } from '../../../domain/points/redemption'
import { date } from '../../appeal/words'
import { Icon } from '../../ui/Icon'

interface Step {
  name: string
  /** It went another way than one wished. */
  ended?: boolean
  at?: number
}

const names: Record<RedemptionAction, string> = {
  ask: '已申请',
  approve: '书记批了',
  reject: '没批',
  fulfil: '领到了',
  cancel: '您不要了',
  expire: '过期退了',
  leave: '注销退了',
}

/** Points and stock went back. */
const given: readonly RedemptionAction[] = ['reject', 'cancel', 'expire', 'leave']

/** Asked, approved, picked up: what is done and what comes. */
export function Steps({
  redemption: { steps, state },
  now,
}: {
  redemption: Output<'redemption.view'>
  now: number
}) {
  const done = steps.map(
    ({ action, at }): Step => ({ name: names[action], at, ended: given.includes(action) }),
  )
  const coming: Step[] =
    state === 'pending'
      ? [{ name: '等书记批' }, { name: '去领' }]
      : state === 'approved'
        ? [{ name: '等您领' }]
        : []
  const all = [...done, ...coming]
  return (
    <View className="redeem-steps">
      {all.map(({ name, at, ended }, index) => (
        <View className="redeem-step" key={index}>
          <Icon
            name={at === undefined ? 'circle-dashed' : ended ? 'undo-2' : 'circle-check'}
            className={at === undefined || ended ? '' : 'redeem-done'}
          />
          <View>
            <View className={at === undefined ? 'meta' : 'strong'}>{name}</View>
            {at !== undefined && <View className="meta">{date(at, now)}</View>}
          </View>
        </View>
      ))}
      {steps.at(-1)?.words && <View className="plain redeem-reason">{steps.at(-1)?.words}</View>}
    </View>
  )
}
