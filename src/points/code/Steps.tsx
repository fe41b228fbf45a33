import { View } from '@tarojs/components'
import type { Output } from '../../../domain/contract'
import { date } from '../../appeal/words'
import { Icon } from '../../ui/Icon'

interface Step {
  name: string
  at?: number
}

/** Asked, approved, picked up: what is done and what comes. */
export function Steps({
  redemption: { steps, state },
  now,
}: {
  redemption: Output<'redemption.view'>
  now: number
}) {
  const [asked, ...later] = steps
  const decided = later.map(({ action, at }): Step => ({ name: `${action}了`, at }))
  const coming: Step[] =
    state === 'pending'
      ? [{ name: '等书记批' }, { name: '去领' }]
      : state === 'approved'
        ? [{ name: '等您领' }]
        : []
  const all: Step[] = [{ name: '已申请', ...(asked && { at: asked.at }) }, ...decided, ...coming]
  return (
    <View className="code-steps">
      {all.map(({ name, at }, index) => (
        <View className="code-step" key={index}>
          <Icon
            name={at === undefined ? 'circle-dashed' : 'circle-check'}
            className={at === undefined ? '' : 'code-done'}
          />
          <View>
            <View className={at === undefined ? 'meta' : 'strong'}>{name}</View>
            {at !== undefined && <View className="meta">{date(at, now)}</View>}
          </View>
        </View>
      ))}
      {steps.at(-1)?.words && <View className="plain code-reason">{steps.at(-1)?.words}</View>}
    </View>
  )
}
