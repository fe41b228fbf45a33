import { View } from '@tarojs/components'
import { useState } from 'react'
import type { Point } from '../../../domain/place/geography'
import { taskLimits } from '../../../domain/task/limits'
import { MapView } from '../../admin/organisation/MapView'
import { SheetFoot } from '../../appeal/SheetFoot'
import { positionNow } from '../../place/position'
import { Button } from '../../ui/Button'
import { Chips } from '../../ui/Chip'
import { Sheet } from '../../ui/Sheet'

interface Props {
  point: Point | null
  radius: number
  onClose: () => void
  onDone: (where: { point: Point | null; radius: number }) => void
}

/** Where the map begins when nothing is known: the middle of 沈阳. */
const start: Point = { longitude: 123.4315, latitude: 41.8057 }
const radii = [100, taskLimits.radius.usual, 500, 1000].map((metres) => ({
  name: String(metres),
  text: `${metres} 米`,
}))

/** The point on the map, and how far around it one has come. */
export function WhereSheet({ point, radius, onClose, onDone }: Props) {
  const [chosen, setChosen] = useState(point)
  const [around, setAround] = useState<Point>()
  const [within, setWithin] = useState(radius)
  const [words, setWords] = useState('')
  const here = async () => {
    const position = await positionNow()
    if (!position) return setWords('没拿到位置，不要紧，在地图上点一下。')
    setWords('')
    setAround(position)
    setChosen(position)
  }
  return (
    <Sheet
      open
      tall
      title="在地图上定一下"
      onClose={onClose}
      foot={
        <SheetFoot reason={chosen ? undefined : '在地图上点一下'}>
          {chosen ? (
            <Button text="就在这里" onTap={() => onDone({ point: chosen, radius: within })} />
          ) : (
            <Button look="locked" text="就在这里" onTap={onClose} />
          )}
          {point && (
            <Button look="text" text="不定了，去掉" onTap={() => onDone({ point: null, radius: within })} />
          )}
        </SheetFoot>
      }
    >
      <MapView
        // A map keeps its middle; another one begins where the phone is.
        key={around ? `${around.longitude} ${around.latitude}` : 'start'}
        around={around ?? start}
        centre={chosen ?? undefined}
        onPick={setChosen}
      />
      <Button look="text" icon="map-pin" text="用我现在的位置" onTap={here} />
      {words && <View className="meta">{words}</View>}
      <View className="meta sheet-caption">多近算到了</View>
      <View className="sheet-chips">
        <Chips
          wrap
          look="answer"
          label="多近算到了"
          options={radii}
          chosen={String(within)}
          onChoose={(name) => setWithin(Number(name))}
        />
      </View>
    </Sheet>
  )
}
