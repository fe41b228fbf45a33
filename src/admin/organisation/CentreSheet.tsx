import { View } from '@tarojs/components'
import { useState } from 'react'
import { isInChina, type Point } from '../../../domain/place/geography'
import { SheetFoot } from '../../appeal/SheetFoot'
import { Button } from '../../ui/Button'
import { Field } from '../../ui/Field'
import { Sheet } from '../../ui/Sheet'
import { MapView } from './MapView'
import type { EditProps } from './sheets'

/** Where the map begins when nothing is known: the middle of 沈阳. */
const start: Point = { longitude: 123.4315, latitude: 41.8057 }

/** 位置: a tap on the map, or two numbers. */
export function CentreSheet({ view, busy, refused, onClose, save }: EditProps) {
  const [east, setEast] = useState(view.centre ? String(view.centre.longitude) : '')
  const [north, setNorth] = useState(view.centre ? String(view.centre.latitude) : '')
  const typed = { longitude: Number(east), latitude: Number(north) }
  const centre = east.trim() && north.trim() && isInChina(typed) ? typed : undefined
  const corner = view.boundary?.[0]
  const around = corner ? { longitude: corner[0], latitude: corner[1] } : start
  const pick = ({ longitude, latitude }: Point) => {
    setEast(longitude.toFixed(6))
    setNorth(latitude.toFixed(6))
  }
  return (
    <Sheet
      open
      title="位置"
      onClose={onClose}
      foot={
        <SheetFoot refused={refused} reason={centre ? undefined : '点一下地图，或写上经度、纬度'}>
          <Button
            look={centre ? 'main' : 'locked'}
            text="存好"
            busy={busy}
            onTap={() => centre && save({ centre })}
          />
          {view.centre && <Button look="text" text="不标了，去掉" onTap={() => save({ centre: null })} />}
        </SheetFoot>
      }
    >
      <MapView around={around} centre={centre} boundary={view.boundary} onPick={pick} />
      <View className="hours-times admin-part">
        <Field
          caption="经度"
          value={east}
          onChange={setEast}
          kind="digit"
          placeholder="123.4315"
          limit={12}
        />
        <Field
          caption="纬度"
          value={north}
          onChange={setNorth}
          kind="digit"
          placeholder="41.8057"
          limit={12}
        />
      </View>
    </Sheet>
  )
}
