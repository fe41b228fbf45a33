import { View } from '@tarojs/components'
import { incidentWords } from '../../../domain/operating/words'
import { clock, moment } from '../../appeal/words'
import { Badge } from '../../ui/Badge'
import { Card } from '../../ui/Card'
import { Heading } from '../../ui/Heading'
import { Row } from '../../ui/Row'
import { Bars } from './Bars'
import { actionWords, countWords, type Health, hourWords, mark, timerWords, waitingWords } from './words'

/** What is wrong, or was within a day. */
export function Incidents({ incidents, at }: Health) {
  if (incidents.length === 0) return null
  return (
    <Card flush>
      {incidents.map(({ kind, openedAt, closedAt }) => (
        <Row
          key={kind}
          title={incidentWords[kind].head}
          meta={closedAt === null ? incidentWords[kind].sentence : `${moment(closedAt, at)}好了`}
          badges={
            <Badge
              {...(closedAt === null ? mark(false) : { text: '好了', icon: 'circle-check', tone: 'grey' })}
            />
          }
          due={`${moment(openedAt, at)}起`}
        />
      ))}
    </Card>
  )
}

/** The timer: its last runs as bars, as high as they took long. */
export function Timer(health: Health) {
  const { timer, at } = health
  const [first] = timer.runs
  const failed = timer.runs.filter((run) => !run.full || run.failed > 0).length
  return (
    <Card>
      <Heading text="定时任务" />
      <View className="health-line">
        <Badge {...mark(!timer.late && timer.since !== null)} />
        <View>{timerWords(health)}</View>
      </View>
      {first && (
        <Bars
          bars={timer.runs.map((run) => ({
            key: run.at,
            value: run.milliseconds,
            wrong: !run.full || run.failed > 0,
          }))}
          label={`最近 ${timer.runs.length} 回，${failed} 回有没办成的`}
          from={clock(first.at)}
          to={failed === 0 ? '现在，每回都办成了' : `现在，${failed} 回有没办成的，会再试`}
        />
      )}
      <View className="hint">每分钟一回，柱子越高用时越长；数据 {moment(at, at)}</View>
    </Card>
  )
}

const queues = [
  ['appeals', '到点要办的提醒和升级'],
  ['messages', '要发的微信通知'],
  ['checks', '等微信检查的话和照片'],
] as const

/** What waits, and for how long. */
export function Waits({ waiting, at }: Health) {
  return (
    <Card flush>
      {queues.map(([name, title]) => (
        <Row
          key={name}
          title={title}
          meta={waitingWords(waiting[name], at)}
          badges={<Badge {...mark(waiting[name].old === 0)} />}
        />
      ))}
    </Card>
  )
}

/** The last hour in twelve bars, and which actions failed or were slow. */
export function Hour(health: Health) {
  const { hour } = health
  const { parts, worst } = hour
  return (
    <>
      <Card>
        <Heading text="大家在用" />
        <View className="health-line">
          <Badge {...mark(hour.internal === 0)} />
          <View>{hourWords(health)}</View>
        </View>
        <Bars
          bars={parts.map((part) => ({ key: part.at, value: part.calls, wrong: part.internal > 0 }))}
          label={hourWords(health)}
          from={clock(parts[0]?.at ?? health.at)}
          to="现在"
        />
      </Card>
      {worst.length > 0 && (
        <Card flush>
          {worst.map(({ action, ...count }) => (
            <Row key={action} title={actionWords(action)} meta={countWords(count)} />
          ))}
        </Card>
      )}
    </>
  )
}
