import { View } from '@tarojs/components'
import type { Rule } from '../../../domain/appeal/routing'
import { Button } from '../../ui/Button'
import { SeveralChips } from '../../ui/SeveralChips'
import { Sheet } from '../../ui/Sheet'
import { type Condition, choicesOf, conditionNames, toggled } from './conditions'

interface Props {
  condition: Condition
  rule: Rule
  onChange: (part: Partial<Rule>) => void
  onClose: () => void
}

/** One condition of a rule: any number of values; none is all of them. */
export function ConditionSheet({ condition, rule, onChange, onClose }: Props) {
  const names = choicesOf[condition]
  return (
    <Sheet
      open
      title={conditionNames[condition]}
      onClose={onClose}
      foot={<Button text="选好了" onTap={onClose} />}
    >
      <View className="meta">可以选几个。一个也不选，就是都算。</View>
      <View className="routing-chips">
        <SeveralChips
          label={conditionNames[condition]}
          options={Object.entries(names).map(([name, text]) => ({ name, text }))}
          chosen={rule.when[condition] ?? []}
          onToggle={(value) => onChange({ when: toggled(rule.when, condition, value) })}
        />
      </View>
    </Sheet>
  )
}
