import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import type { TaskRow } from '../../domain/contract'
import { taskKinds } from '../../domain/task/kinds'
import { distance } from '../place/distance'
import { Badge } from '../ui/Badge'
import { Icon } from '../ui/Icon'
import { mostHexagons, Places } from '../ui/Places'
import { Points } from '../ui/Points'
import { Tap } from '../ui/Tap'
import { ClaimBadge } from './ClaimBadge'
import { kindIcons } from './kindIcons'
import './TaskLine.scss'
import { windowWords } from './words'

interface Props {
  task: TaskRow
  now: number
  /** The reader waits for a place of it. */
  waits?: boolean
}

/** A task in a list: what, how far, when, how many places are left, what for. */
export function TaskLine({ task, now, waits }: Props) {
  const { id, title, kind, metres, points } = task
  const where = metres === undefined ? task.place.name : distance(metres)
  return (
    <Tap className="task-line" onTap={() => Taro.navigateTo({ url: `/task/detail/index?id=${id}` })}>
      <View className="task-line-kind">
        <Icon name={kindIcons[kind]} label={taskKinds[kind]} />
      </View>
      <View className="task-line-words">
        <View className="strong said">{title}</View>
        <View className="meta task-line-meta">
          <View>{where} · </View>
          <View className="task-line-window">{windowWords(task, now)}</View>
        </View>
        <View className="task-line-left">
          <Left task={task} waits={waits ?? false} />
        </View>
      </View>
      {points > 0 && <Points points={points} />}
    </Tap>
  )
}

function Left({ task: { mine, state, places, left, muster }, waits }: { task: TaskRow; waits: boolean }) {
  if (waits) return <Badge text="在候补" icon="hourglass" tone="wash" />
  if (state === 'cancelled') return <Badge text="取消了" icon="circle-x" tone="outlined" />
  if (mine === 'claimed' && state === 'finished') return <Badge text="已结束" icon="clock" tone="grey" />
  if (mine) return <ClaimBadge state={mine} />
  if (left === 0) return <Badge text="已满，可候补" icon="users-round" tone="grey" />
  return (
    <>
      {muster && <Badge text="应急集结" icon="siren" tone="redWash" />}
      <Places places={places} taken={places - left} />
      <View className="task-line-count">还剩 {left} 个</View>
      {places > mostHexagons && <View className="meta">共 {places} 个</View>}
    </>
  )
}
