import { View } from '@tarojs/components'
import { useState } from 'react'
import { boundaryOf, holdsCentre } from '../../../domain/place/boundary'
import { placeLimits } from '../../../domain/place/limits'
import { SheetFoot } from '../../appeal/SheetFoot'
import { Button } from '../../ui/Button'
import { Sheet } from '../../ui/Sheet'
import { TextArea } from '../../ui/TextArea'
import { MapView } from './MapView'
import type { EditProps } from './sheets'

/** 边界: pasted as map tools give it; drawn before it is kept. */
export function BoundarySheet({ view, busy, refused, onClose, save }: EditProps) {
  const [text, setText] = useState('')
  const pasted = text.trim()
  const { ring, fault } = pasted ? boundaryOf(pasted) : {}
  const stray = ring && view.centre && !holdsCentre(ring, view.centre)
  const corner = ring?.[0]
  return (
    <Sheet
      open
      title="边界"
      onClose={onClose}
      foot={
        <SheetFoot
          refused={refused}
          reason={fault ?? (stray ? '标的位置不在这一圈里，没关系也能存' : undefined)}
        >
          <Button
            look={ring ? 'main' : 'locked'}
            text={ring ? `存好，${ring.length - 1} 个点` : '先粘上边界'}
            busy={busy}
            onTap={() => save({ boundary: pasted })}
          />
          {view.boundary && (
            <Button look="text" text="不要边界，去掉" onTap={() => save({ boundary: null })} />
          )}
        </SheetFoot>
      }
    >
      <TextArea
        inSheet
        short
        value={text}
        onChange={setText}
        limit={placeLimits.boundaryText}
        label="边界文字"
        caption="把地图软件导出的边界文字粘在这里"
        placeholder={'{"type":"Polygon","coordinates":[[[123.43,41.80],…]]}'}
      />
      {ring && corner && (
        <View className="admin-part">
          <MapView
            key={pasted.length}
            around={view.centre ?? { longitude: corner[0], latitude: corner[1] }}
            centre={view.centre}
            boundary={ring}
          />
        </View>
      )}
    </Sheet>
  )
}
