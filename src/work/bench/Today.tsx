import Taro from '@tarojs/taro'
import type { HatView, Output } from '../../../domain/contract'
import { granted } from '../../../domain/permission'
import { Card } from '../../ui/Card'
import { Heading } from '../../ui/Heading'
import { Row } from '../../ui/Row'
import { Empty } from '../../ui/States'
import { WorkRow } from '../list/WorkRow'
import { Counts } from './Counts'
import { DutyCard } from './DutyCard'
import { Gathering } from './Gathering'
import { Helping } from './Helping'
import { Queues, waitingIn } from './Queues'
import { Shop } from './Shop'
import { UrgentCard } from './UrgentCard'
import { Waived } from './Waived'

interface Props {
  today: Output<'work.today'>
  queues: Output<'work.queues'>
  hat: HatView
  now: number
  onHandOver: () => void
}

/** The urgent one, four figures, what waits in the queues, my shifts, what of mine is late; for those who appoint, the people. */
export function Today({ today: { urgent, counts, mine, duty }, queues, hat, now, onHandOver }: Props) {
  return (
    <>
      {urgent && <UrgentCard appeal={urgent} now={now} />}
      {counts.all > 0 && <Counts counts={counts} mine={mine} />}
      {counts.all === 0 && waitingIn(queues).length === 0 && (
        <Card>
          <Empty title="没有等着办的" words="有派来的，就出现在这里。" />
        </Card>
      )}
      <Queues queues={queues} />
      <DutyCard duty={duty} hat={hat} now={now} onHandOver={onHandOver} />
      {mine.late.length > 0 && (
        <>
          <Heading text="我超时的" />
          <Card flush>
            {mine.late.map((appeal) => (
              <WorkRow
                key={appeal.id}
                appeal={appeal}
                now={now}
                organisation={hat.organisation.name}
                filter="all"
              />
            ))}
          </Card>
        </>
      )}
      {hat.organisation.kind === 'tradeCommittee' && <Waived hat={hat} />}
      <Helping hat={hat} />
      <Gathering hat={hat} />
      <Shop hat={hat} />
      {granted('appointment.list', hat.role, ['organisation']) && (
        <Card flush>
          <Row
            icon="user-round"
            title="人员"
            meta="报到码、邀请、任免"
            onTap={() => Taro.navigateTo({ url: '/admin/people/index' })}
          />
        </Card>
      )}
    </>
  )
}
