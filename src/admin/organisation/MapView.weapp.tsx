import { Map as NativeMap, View } from '@tarojs/components'
import { useState } from 'react'
import type { Point } from '../../../domain/place/geography'
import type { MapProps } from './MapView.h5'
import './MapView.scss'

/** WeChat's own map; a tap chooses. */
export function MapView({ around, centre, boundary, onPick }: MapProps) {
  const [middle] = useState(centre ?? around)
  const points = boundary?.map(([longitude, latitude]) => ({ longitude, latitude }))
  return (
    <View className="map">
      <NativeMap
        className="map-native"
        longitude={middle.longitude}
        latitude={middle.latitude}
        scale={15}
        circles={centre ? [dot(centre)] : []}
        polygons={points ? [{ points, strokeWidth: 2, strokeColor: '#28588A', fillColor: '#28588A22' }] : []}
        onTap={(event) => {
          const { longitude, latitude }: Partial<Point> = event.detail ?? {}
          if (longitude !== undefined && latitude !== undefined) onPick?.({ longitude, latitude })
        }}
        onError={() => {}}
      />
    </View>
  )
}

// A dot needs no picture.
function dot({ longitude, latitude }: Point) {
  return { longitude, latitude, radius: 30, color: '#1F1B16', fillColor: '#F5B63C', strokeWidth: 2 }
}
