import { View } from '@tarojs/components'
import { useState } from 'react'
import type { Rule } from '../../../domain/appeal/routing'
import { routingLimits } from '../../../domain/routing/limits'
import { PlaceSheet } from '../../place/PlaceSheet'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { Row } from '../../ui/Row'
import { Sheet } from '../../ui/Sheet'

interface Props {
  rule: Rule
  nameOf: (id: string) => string | undefined
  onChange: (part: Partial<Rule>, names?: Record<string, string>) => void
  onClose: () => void
}

/** Only below certain places: communities, streets, districts. */
export function AreasSheet({ rule, nameOf, onChange, onClose }: Props) {
  const [choosing, setChoosing] = useState(false)
  const { areas = [], ...others } = rule.when
  const change = (next: string[], names?: Record<string, string>) =>
    onChange({ when: next.length > 0 ? { ...others, areas: next } : others }, names)
  if (choosing)
    return (
      <PlaceSheet
        open
        onClose={() => setChoosing(false)}
        onChoose={({ id, name }) => change([...areas.filter((each) => each !== id), id], { [id]: name })}
      />
    )
  return (
    <Sheet
      open
      title="只管这些地方"
      onClose={onClose}
      foot={
        <>
          {areas.length < routingLimits.areas && (
            <Button look="secondary" icon="plus" text="加一个地方" onTap={() => setChoosing(true)} />
          )}
          <Button text="选好了" onTap={onClose} />
        </>
      }
    >
      <View className="meta">选了区县、街道，它下面的都算。一个也不选，就是全市。</View>
      {areas.length > 0 && (
        <View className="routing-part">
          <Card flush>
            {areas.map((id) => (
              <Row
                key={id}
                title={nameOf(id) ?? '找不到的单位'}
                link="去掉"
                onTap={() => change(areas.filter((each) => each !== id))}
              />
            ))}
          </Card>
        </View>
      )}
    </Sheet>
  )
}
