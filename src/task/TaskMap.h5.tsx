import { View } from '@tarojs/components'
import { useState } from 'react'
import type { TaskRow } from '../../domain/contract'
import type { Point } from '../../domain/place/geography'
import { Card } from '../ui/Card'
import { Tap } from '../ui/Tap'
import { useNow } from '../ui/useNow'
import { sketchOf } from './sketch'
import { TaskLine } from './TaskLine'
import './TaskMap.scss'

export interface MapProps {
  tasks: readonly TaskRow[]
  /** Where the reader is. */
  here?: Point
}

const width = 343
const height = 360
const lines = Array.from({ length: 8 }, (_, index) => index * 50)

/** The preview has no map of its own and asks nobody for one: a drawing true to scale, which WeChat's map replaces. */
export function TaskMap({ tasks, here }: MapProps) {
  const [chosen, setChosen] = useState<string>()
  const now = useNow()
  const pinned = tasks.flatMap((task) => (task.place.point ? [{ task, point: task.place.point }] : []))
  const middle = here ?? pinned[0]?.point
  if (!middle) return null
  const { scale, at } = sketchOf(
    pinned.map(({ point }) => point),
    middle,
    { width, height, margin: 32 },
  )
  const task = pinned.find((each) => each.task.id === chosen)?.task
  const self = at(middle)
  return (
    <>
      <View className="task-map">
        <svg className="task-map-drawing" viewBox={`0 0 ${width} ${height}`} role="img" aria-label="地图">
          {lines.map((line) => (
            <g key={line} className="task-map-grid">
              <line x1={line} y1={0} x2={line} y2={height} />
              <line x1={0} y1={line} x2={width} y2={line} />
            </g>
          ))}
          {here && <circle className="task-map-here" cx={self.x} cy={self.y} r={8} />}
          <path className="task-map-scale" d={`M 12 ${height - 18} v 6 h 100 v -6`} />
          <text className="task-map-metres" x={18} y={height - 18}>
            {scale * 100} 米
          </text>
        </svg>
        {pinned.map(({ task: { id, title, points }, point }) => (
          <Pin
            key={id}
            {...at(point)}
            title={title}
            points={points}
            chosen={id === chosen}
            onTap={() => setChosen(id)}
          />
        ))}
      </View>
      {task && (
        <Card flush>
          <TaskLine task={task} now={now} />
        </Card>
      )}
    </>
  )
}

interface PinProps {
  x: number
  y: number
  title: string
  points: number
  chosen: boolean
  onTap: () => void
}

function Pin({ x, y, title, points, chosen, onTap }: PinProps) {
  const place = { left: `${(x / width) * 100}%`, top: `${(y / height) * 100}%` }
  return (
    <View className="task-map-pin" style={place}>
      <Tap className="task-map-tap" label={title} onTap={onTap}>
        <View className={`task-map-hexagon ${chosen ? 'task-map-chosen' : ''}`}>{points}</View>
      </Tap>
    </View>
  )
}
