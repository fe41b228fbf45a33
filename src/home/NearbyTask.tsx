import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useReturn } from '../call/useFreshness'
import { useRead } from '../call/useRead'
import { lastPosition } from '../place/usePosition'
import { TaskLine } from '../task/TaskLine'
import { Card } from '../ui/Card'
import { Heading } from '../ui/Heading'

interface Props {
  communityId: string | undefined
  now: number
}

/** The next task around here; nothing while there is none: home asks nobody where they are. */
export function NearbyTask({ communityId, now }: Props) {
  const position = lastPosition()
  const { data, seen, reload } = useRead(
    'task.list',
    position
      ? { of: 'near', position, sort: 'distance' }
      : communityId
        ? { of: 'community', communityId }
        : undefined,
  )
  useReturn(reload)
  const task = (data ?? seen?.data)?.rows.find(({ mine, left }) => !mine && left > 0)
  if (!task) return null
  return (
    <View>
      <Heading
        text={position ? '附近的任务' : '社区的任务'}
        link="更多"
        onLink={() => Taro.switchTab({ url: '/task/index' })}
      />
      <View style={{ height: '8px' }} />
      <Card flush>
        <TaskLine task={task} now={now} />
      </Card>
    </View>
  )
}
