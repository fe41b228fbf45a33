import { View } from '@tarojs/components'
import type { AppealRow } from '../../../domain/contract'
import { Card } from '../../ui/Card'
import { Icon, type IconName } from '../../ui/Icon'
import { type Counts, figure } from '../figure'
import { askingOf, type GroupName, groupsOf } from './groups'
import type { WorkFilter } from './useWork'
import { WorkRow } from './WorkRow'

interface Props {
  rows: readonly AppealRow[]
  filter: WorkFilter
  counts: Counts | undefined
  organisation: string
  now: number
}

const faces: Record<GroupName, readonly [text: string, icon: IconName]> = {
  late: ['超时', 'alarm-clock'],
  today: ['今天到期', 'hourglass'],
  later: ['之后', 'clock'],
  toAsk: ['该问一声了', 'message-circle-question-mark'],
  waiting: ['先等本人说', 'clock'],
}

/** The rows under what is late, due today, and later; done ones just newest first. */
export function Rows({ rows, filter, counts, organisation, now }: Props) {
  const done = filter === 'done'
  const card = (some: readonly AppealRow[]) => (
    <Card flush>
      {some.map((appeal) => (
        <WorkRow key={appeal.id} appeal={appeal} now={now} organisation={organisation} filter={filter} />
      ))}
    </Card>
  )
  if (done) return card(rows)
  // Only the whole list has the counts of its groups; a filtered one shows what it has.
  const whole = filter === 'all' ? counts : undefined
  const later = whole && `${whole.all - whole.late - whole.today}${whole.atLeast.includes('all') ? '+' : ''}`
  const numbers: Partial<Record<GroupName, string>> = whole
    ? { late: figure(whole, 'late'), today: figure(whole, 'today'), later: later ?? '' }
    : {}
  const groups = filter === 'followUp' ? askingOf(rows, now) : groupsOf(rows, now)
  return (
    <>
      {groups.map((group) => {
        const [text, icon] = faces[group.name]
        return (
          <View key={group.name}>
            <View className={`group-heading group-${group.name}`}>
              <Icon name={icon} size={20} />
              <View className="group-name">{text}</View>
              {numbers[group.name] !== undefined && (
                <View className="group-count">{numbers[group.name]} 件</View>
              )}
            </View>
            {card(group.rows)}
          </View>
        )
      })}
    </>
  )
}
