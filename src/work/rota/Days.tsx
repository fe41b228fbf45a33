import { View } from '@tarojs/components'
import type { Output, ShiftView } from '../../../domain/contract'
import { limits } from '../../../domain/duty/limits'
import { date } from '../../appeal/words'
import { Badge } from '../../ui/Badge'
import { Card } from '../../ui/Card'
import { Icon } from '../../ui/Icon'
import { Row } from '../../ui/Row'
import { dayName, hours } from '../dutyWords'
import './Days.scss'
import { daysOf, type Line } from './days'

interface Props {
  rota: Output<'duty.rota'>
  now: number
  /** One of mine that has not begun. */
  onShift: (shift: ShiftView) => void
}

/** Two weeks by day: who, when, and where nobody is. */
export function Days({ rota: { shifts, gaps, swaps }, now, onShift }: Props) {
  const asked = new Set(swaps.filter(({ mine }) => mine).map(({ day, slotId }) => `${day} ${slotId}`))
  const line = (each: Line) =>
    each.kind === 'gap' ? (
      <View className="rota-gap" key={`gap ${each.from}`}>
        <Icon name="triangle-alert" size={20} />
        <View>{hours(each.from, each.to)} 没人值</View>
      </View>
    ) : (
      <ShiftRow
        key={`${each.shift.day} ${each.shift.slotId}`}
        shift={each.shift}
        now={now}
        asked={asked.has(`${each.shift.day} ${each.shift.slotId}`)}
        onTap={() => onShift(each.shift)}
      />
    )
  return (
    <>
      {daysOf(shifts, gaps, now, limits.days).map(({ at, lines }) => (
        <View key={at}>
          <View className="rota-day">{dayName(at, now)}</View>
          {lines.length > 0 ? <Card flush>{lines.map(line)}</Card> : <View className="meta">没排人</View>}
        </View>
      ))}
    </>
  )
}

interface ShiftProps {
  shift: ShiftView
  now: number
  asked: boolean
  onTap: () => void
}

function ShiftRow({ shift, now, asked, onTap }: ShiftProps) {
  const { from, to, name, title, mine, insteadOf } = shift
  const running = from <= now
  const open = mine && !running
  const earlier = running && date(from, now) !== '今天' ? `${date(from, now)} ` : ''
  const about = [name === title ? '' : title, insteadOf && `替${insteadOf}`].filter(Boolean).join(' · ')
  return (
    <Row
      title={`${earlier}${hours(from, to)}  ${mine ? '您' : name}`}
      {...(about && { meta: about })}
      {...((running || mine) && {
        badges: running ? (
          <Badge text="在岗" icon="user-round-check" tone="blue" />
        ) : asked ? (
          <Badge text="在请人替" icon="clock" tone="wash" />
        ) : (
          <Badge text="我的班" icon="user-round-check" tone="outlined" />
        ),
      })}
      {...(open && { link: asked ? '看看' : '换班', onTap })}
    />
  )
}
