import Taro from '@tarojs/taro'
import type { HatView } from '../../../domain/contract'
import { granted } from '../../../domain/permission'
import { Card } from '../../ui/Card'
import { Row } from '../../ui/Row'
import { QueueDoor } from './QueueDoor'

/** What volunteers are asked for, and what they have handed in. */
export function Helping({ hat }: { hat: HatView }) {
  const may = (action: 'task.board' | 'task.toVerify' | 'group.list') =>
    granted(action, hat.role, ['organisation'])
  const go = (url: string) => () => Taro.navigateTo({ url })
  if (!may('task.board')) return null
  return (
    <Card flush>
      <Row
        icon="hand-helping"
        title="志愿任务"
        meta="发任务、亮码签到、看谁来了"
        onTap={go('/work/tasks/index')}
      />
      {may('task.toVerify') && <QueueDoor queue="verify" />}
      {may('group.list') && (
        <Row
          icon="messages-square"
          title="骑手群"
          meta="绑上群，看群里多快有人领"
          onTap={go('/work/groups/index')}
        />
      )}
    </Card>
  )
}
