import { Map as NativeMap, type MapProps as NativeProps, View } from '@tarojs/components'
import { useState } from 'react'
import { Card } from '../ui/Card'
import { useNow } from '../ui/useNow'
import { TaskLine } from './TaskLine'
import type { MapProps } from './TaskMap.h5'
import './TaskMap.scss'

/** WeChat's own map with a pin for each task; a tapped one stands below it. */
export function TaskMap({ tasks, here }: MapProps) {
  const [chosen, setChosen] = useState<string>()
  const now = useNow()
  const pinned = tasks.filter(({ place }) => place.point)
  const middle = here ?? pinned[0]?.place.point
  const task = pinned.find(({ id }) => id === chosen)
  if (!middle) return null
  const markers = pinned.map(({ place: { point = middle }, points, title }, index) => ({
    ...point,
    id: index,
    title,
    // The callout is all there is to see.
    iconPath: '',
    width: 24,
    height: 32,
    callout: calloutOf(points > 0 ? `${points} 分` : '志愿', pinned[index]?.id === chosen),
  }))
  const choose: NativeProps['onMarkerTap'] = ({ detail }) => setChosen(pinned[Number(detail.markerId)]?.id)
  return (
    <>
      <View className="task-map">
        <NativeMap
          className="task-map-native"
          longitude={middle.longitude}
          latitude={middle.latitude}
          scale={14}
          showLocation={here !== undefined}
          markers={markers}
          onMarkerTap={choose}
          onCalloutTap={choose}
          onError={() => {}}
        />
      </View>
      {task && (
        <Card flush>
          <TaskLine task={task} now={now} />
        </Card>
      )}
    </>
  )
}

const calloutOf = (content: string, chosen: boolean) => ({
  content,
  color: '#1F1B16',
  fontSize: 14,
  anchorX: 0,
  anchorY: 0,
  borderRadius: 8,
  borderWidth: 1,
  borderColor: '#857B6B',
  bgColor: chosen ? '#F5B63C' : '#FFFEFB',
  padding: 6,
  display: 'ALWAYS' as const,
  textAlign: 'center' as const,
})
