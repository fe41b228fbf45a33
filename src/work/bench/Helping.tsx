import Taro from '@tarojs/taro'
import type { HatView, Output } from '../../../domain/contract'
import { granted } from '../../../domain/permission'
import { Card } from '../../ui/Card'
import { Row } from '../../ui/Row'
import { waits } from './waits'

interface Props {
  hat: HatView
  /** How much waits in each; absent: nobody asked. */
  queues?: Output<'work.queues'>
}

/** What volunteers are asked for, and what they have handed in. */
export function Helping({ hat, queues = {} }: Props) {
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
      {may('task.toVerify') && (
        <Row
          icon="clipboard-check"
          title="验收"
          count={waits(queues.verify)}
          meta="照片排成一片，一次看完、一次点完"
          onTap={go('/work/verify/index')}
        />
      )}
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
