import { View } from '@tarojs/components'
import type { Output } from '../../../domain/contract'
import { Card } from '../../ui/Card'

interface Props {
  budget: Output<'redemption.queue'>['budget']
  /** Points of those that are ticked. */
  chosen: number
  onChange: () => void
}

const figure = (points: number) => points.toLocaleString('en-US')

/** What the month's budget still pays, before and after what is ticked; a tap changes it. */
export function BudgetCard({ budget: { limit, spent }, chosen, onChange }: Props) {
  const left = limit - spent
  const share = (points: number) => `${Math.min(100, Math.round((points / Math.max(1, limit)) * 100))}%`
  const words =
    chosen === 0
      ? '点这里改预算'
      : chosen > left
        ? `这次选中 ${chosen} 分，超出 ${chosen - left} 分`
        : `这次选中 ${chosen} 分，批完剩 ${figure(left - chosen)} 分`
  return (
    <Card onTap={onChange} label="改每月预算">
      <View className="budget-head">
        <View className="strong">本月还能批 {figure(left)} 分</View>
        <View className="meta">
          预算 {figure(limit)}，已批 {figure(spent)}
        </View>
      </View>
      <View className="budget-track">
        <View className="budget-spent" style={{ width: share(spent) }} />
        <View className="budget-chosen" style={{ width: share(Math.min(chosen, left)) }} />
      </View>
      <View className={`meta ${chosen > left ? 'budget-over' : ''}`}>{words}</View>
    </Card>
  )
}
