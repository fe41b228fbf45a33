import { Picker, View } from '@tarojs/components'
import { date } from '../../appeal/words'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { Row } from '../../ui/Row'
import { dayOf, momentOf } from '../dayField'
import type { Draft } from './draft'

interface Props {
  draft: Pick<Draft, 'from' | 'until'>
  onChange: (part: Partial<Draft>) => void
}

/** From which day to which it can be had; untouched: at once and for good. */
export function When({ draft: { from, until }, onChange }: Props) {
  const now = Date.now()
  const today = dayOf(now)
  const said = (day: string) => date(momentOf(day, '12:00'), now)
  return (
    <View>
      <View className="meta line-caption">什么时候能换</View>
      <Card flush>
        <Picker mode="date" value={from || today} onChange={({ detail }) => onChange({ from: detail.value })}>
          <Row
            icon="calendar-days"
            title={from ? `${said(from)}起` : '马上就能换'}
            meta="从哪天起"
            link="换一天"
          />
        </Picker>
        <Picker
          mode="date"
          value={until || today}
          start={from || today}
          onChange={({ detail }) => onChange({ until: detail.value })}
        >
          <Row
            icon="clock"
            title={until ? `到 ${said(until)}为止` : '一直能换'}
            meta="到哪天为止"
            link="换一天"
          />
        </Picker>
      </Card>
      {until !== '' && <Button look="text" text="不限到哪天" onTap={() => onChange({ until: '' })} />}
    </View>
  )
}
