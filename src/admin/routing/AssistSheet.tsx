import { View } from '@tarojs/components'
import { type Department, departmentNames } from '../../../domain/appeal/departments'
import type { Rule, Target } from '../../../domain/appeal/routing'
import { routingLimits } from '../../../domain/routing/limits'
import { Button } from '../../ui/Button'
import { SeveralChips } from '../../ui/SeveralChips'
import { Sheet } from '../../ui/Sheet'
import { toast } from '../../ui/toast'

interface Props {
  rule: Rule
  onChange: (part: Partial<Rule>) => void
  onClose: () => void
}

const departments = (Object.keys(departmentNames) as Department[]).map((name) => ({
  name,
  text: departmentNames[name],
}))
const isOf = (target: Target, department: Department) =>
  target.body === 'department' && target.department === department

/** 请谁协办: departments of the district, where the tree has them. */
export function AssistSheet({ rule, onChange, onClose }: Props) {
  const assist = rule.assist ?? []
  const toggle = (department: Department) => {
    const without = assist.filter((target) => !isOf(target, department))
    const added = without.length === assist.length
    if (added && assist.length >= routingLimits.assist) return toast(`最多请 ${routingLimits.assist} 家`)
    const next: Target[] = added
      ? [...without, { body: 'department', department, level: 'district' }]
      : without
    onChange({ assist: next.length > 0 ? next : undefined })
  }
  return (
    <Sheet open title="请谁协办" onClose={onClose} foot={<Button text="选好了" onTap={onClose} />}>
      <View className="meta">请区县的这些部门一起办，区县没有就请市里的。还没建这个部门的，先不请。</View>
      <View className="routing-chips">
        <SeveralChips
          label="请谁协办"
          options={departments}
          chosen={departments
            .map(({ name }) => name)
            .filter((name) => assist.some((each) => isOf(each, name)))}
          onToggle={toggle}
        />
      </View>
    </Sheet>
  )
}
