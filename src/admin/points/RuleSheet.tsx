import { View } from '@tarojs/components'
import { useState } from 'react'
import { causeNames } from '../../../domain/points/cause'
import { pointsLimits } from '../../../domain/points/limits'
import { capPeriods, type Multiplier, type PointsRule, shippedRules } from '../../../domain/points/rules'
import { Stepper } from '../../relief/rules/Stepper'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { Field } from '../../ui/Field'
import { Sheet } from '../../ui/Sheet'
import { Toggle } from '../../ui/Toggle'
import { capCaptions, capsFault, capsOf, typedCaps } from './caps'
import './RuleSheet.scss'

interface Props {
  rule: PointsRule
  /** A community's own, which can be let go: then it does as its city. */
  inheritable: boolean
  onClose: () => void
  onChange: (rule: PointsRule | undefined) => void
}

/** One rule: how much, up to how much, when more. An empty limit is none. */
export function RuleSheet({ rule, inheritable, onClose, onChange }: Props) {
  const [draft, setDraft] = useState(rule)
  const known = knownMultipliers(rule)
  const [typed, setTyped] = useState(() => typedCaps(rule))
  const fault = capsFault(typed)
  const toggle = (multiplier: Multiplier, on: boolean) =>
    setDraft((before) => {
      const others = before.multipliers.filter(({ name }) => name !== multiplier.name)
      return { ...before, multipliers: on ? [...others, multiplier] : others }
    })
  return (
    <Sheet
      open
      title={causeNames[rule.what]}
      onClose={onClose}
      foot={
        <>
          {fault && <View className="meta">{fault}</View>}
          <Button
            look={fault ? 'locked' : 'main'}
            text="改成这样"
            onTap={() => onChange({ ...draft, caps: capsOf(typed) })}
          />
          {inheritable && <Button look="text" text="照全市的" onTap={() => onChange(undefined)} />}
        </>
      }
    >
      <Card flush>
        <Stepper
          label={rule.what === 'taskVerified' ? '没写分数的任务' : '一次'}
          value={draft.points}
          most={pointsLimits.points}
          by={1}
          onChange={(points) => setDraft((before) => ({ ...before, points }))}
        />
      </Card>
      <View className="rule-caps">
        {capPeriods.map((period) => (
          <Field
            key={period}
            caption={capCaptions[period]}
            kind="number"
            value={typed[period]}
            onChange={(value) => setTyped((before) => ({ ...before, [period]: value }))}
            placeholder="空着就是不限"
            limit={4}
          />
        ))}
      </View>
      {known.map((multiplier) => (
        <Toggle
          key={multiplier.name}
          icon="arrow-up"
          title={`${multiplier.name} ×${multiplier.factor}`}
          words={
            'tag' in multiplier.when
              ? '发布或验收时标明的'
              : `${multiplier.when.from} 点到 ${multiplier.when.to} 点`
          }
          on={draft.multipliers.some(({ name }) => name === multiplier.name)}
          onChange={(on) => toggle(multiplier, on)}
        />
      ))}
    </Sheet>
  )
}

/** Those of the rule, and those that the same thing was shipped with. */
function knownMultipliers({ what, multipliers }: PointsRule): Multiplier[] {
  const shipped = shippedRules.find((rule) => rule.what === what)?.multipliers ?? []
  return [...multipliers, ...shipped.filter(({ name }) => multipliers.every((each) => each.name !== name))]
}
