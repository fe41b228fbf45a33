import { View } from '@tarojs/components'
import type { Rule } from '../../../domain/appeal/routing'
import type { RuleChange } from '../../../domain/routing/changes'
import { ruleWords } from '../../../domain/routing/words'
import { Badge } from '../../ui/Badge'
import { Icon } from '../../ui/Icon'
import { Tap } from '../../ui/Tap'

interface Props {
  number: number
  rule: Rule
  nameOf: (id: string) => string | undefined
  change?: RuleChange['what'] | undefined
  /** What is wrong with it. */
  warnings?: readonly string[]
  onOpen?: () => void
  /** Undefined: it can't be moved here. */
  onMove?: (by: 1 | -1) => void
  first?: boolean
  last?: boolean
}

const changeNames = { added: '新加的', changed: '改过', moved: '挪过', removed: '去掉了' } as const

/** A rule as a sentence; a tap opens it, the arrows carry it up and down. */
export function RuleRow(props: Props) {
  const { number, rule, nameOf, change, warnings = [], onOpen, onMove, first, last } = props
  const words = (
    <>
      <View className="rule-title">
        <View className="strong">
          {number}　{rule.name || '还没起名字'}
        </View>
        {change && <Badge text={changeNames[change]} icon="circle-dashed" tone="wash" />}
        {rule.confidential && <Badge text="保密" icon="lock" tone="grey" />}
      </View>
      <View className="meta said">{ruleWords(rule, nameOf)}</View>
      {warnings.map((warning) => (
        <View key={warning} className="rule-warning">
          {warning}
        </View>
      ))}
    </>
  )
  const name = rule.name || `第 ${number} 条`
  return (
    <View className={`rule-row ${onMove ? 'rule-row-movable' : ''}`}>
      {onOpen ? (
        <Tap className="rule-words" onTap={onOpen}>
          {words}
        </Tap>
      ) : (
        <View className="rule-words">{words}</View>
      )}
      {onMove && (
        <View className="rule-arrows">
          <Tap
            className={`rule-arrow ${first ? 'rule-arrow-off' : ''}`}
            label={`把${name}往前挪`}
            disabled={first === true}
            onTap={() => onMove(-1)}
          >
            <Icon name="arrow-up" />
          </Tap>
          <Tap
            className={`rule-arrow ${last ? 'rule-arrow-off' : ''}`}
            label={`把${name}往后挪`}
            disabled={last === true}
            onTap={() => onMove(1)}
          >
            <Icon name="arrow-down" />
          </Tap>
        </View>
      )}
    </View>
  )
}
