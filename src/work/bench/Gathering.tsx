import Taro from '@tarojs/taro'
import type { HatView } from '../../../domain/contract'
import { granted } from '../../../domain/permission'
import { Card } from '../../ui/Card'
import { Row } from '../../ui/Row'
import { QueueDoor } from './QueueDoor'

/** What comes in otherwise than through a rider's phone, and what is dealt with together. */
export function Gathering({ hat }: { hat: HatView }) {
  const may = (action: 'appeal.submitFor' | 'project.list' | 'meeting.list' | 'content.held') =>
    granted(action, hat.role, ['organisation'])
  const go = (url: string) => () => Taro.navigateTo({ url })
  if (!may('appeal.submitFor')) return null
  return (
    <Card flush>
      <Row
        icon="message-square-plus"
        title="代报"
        meta="热线、上门、会上说的，替他报上"
        onTap={go('/work/filed/index')}
      />
      {may('project.list') && (
        <Row
          icon="construction"
          title="治理项目"
          meta="同一个根子的事，一起办、一起销"
          onTap={go('/work/projects/index')}
        />
      )}
      {may('meeting.list') && (
        <Row
          icon="messages-square"
          title="会议"
          meta="议题自动起草，定了的写回每一件"
          onTap={go('/work/meetings/index')}
        />
      )}
      {may('content.held') && <QueueDoor queue="contents" />}
    </Card>
  )
}
