import { View } from '@tarojs/components'
import type { Output } from '../../../domain/contract'
import { moment } from '../../appeal/words'
import { Card } from '../../ui/Card'
import { Row } from '../../ui/Row'
import { Empty } from '../../ui/States'

/** Who is on duty now, latest begun first; nobody is said too. */
export function OnDuty({ rota, now }: { rota: Output<'duty.rota'>; now: number }) {
  const nobody = rota.gaps.some(({ from }) => from <= now)
  if (rota.now.length === 0)
    return (
      <Card>
        <Empty title="现在没人在岗" {...(nobody && { words: '按要求这会儿该有人值。急事先打给书记。' })} />
      </Card>
    )
  return (
    <Card flush>
      {rota.now.map(({ name, title, until, mine }, index) => (
        <Row
          key={index}
          icon="user-round-check"
          title={`${mine ? '您' : name}在岗`}
          meta={
            <View>
              {name !== title && `${title} · `}到{moment(until, now)}
            </View>
          }
        />
      ))}
    </Card>
  )
}
