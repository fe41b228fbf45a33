import { View } from '@tarojs/components'
import { Icon } from '../../../ui/Icon'
import { Tap } from '../../../ui/Tap'
import { slotHours } from '../../dutyWords'
import type { DraftSlot } from './draft'

interface Props {
  slot: DraftSlot
  /** Has no appointment here any more. */
  left: boolean
  onChange: () => void
  onRemove: () => void
}

/** A slot of the plan: a tap changes it, the bin takes it away. */
export function PlannedRow({ slot, left, onChange, onRemove }: Props) {
  const hours = slotHours(slot)
  return (
    <View className="plan-row">
      <Tap className="plan-words" label={`改 ${hours} ${slot.name}`} onTap={onChange}>
        <View className="strong">
          {hours} {slot.name}
        </View>
        {left && <View className="plan-left">不在本单位了，请换人</View>}
      </Tap>
      <Tap className="plan-remove" label={`去掉 ${hours} ${slot.name}`} onTap={onRemove}>
        <Icon name="trash-2" size={20} />
      </Tap>
    </View>
  )
}
