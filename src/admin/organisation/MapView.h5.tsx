import { View } from '@tarojs/components'
import { type MouseEvent, useState } from 'react'
import type { Point, Ring } from '../../../domain/place/geography'
import { Icon } from '../../ui/Icon'
import { Tap } from '../../ui/Tap'
import './MapView.scss'

export interface MapProps {
  /** Where the map begins; what lies in its middle when nothing is chosen. */
  around: Point
  centre: Point | undefined
  boundary?: Ring | undefined
  /** Without it the map can only be looked at. */
  onPick?: (point: Point) => void
}

const width = 343
const height = 240
const metresOfDegree = 111_320
/** Metres to a pixel; a tap on + or − goes one further. */
const scales = [1, 2, 5, 10, 20, 50] as const

/** The preview has no map of its own and asks nobody for one: a drawing true to scale, which WeChat's map replaces. */
export function MapView({ around, centre, boundary, onPick }: MapProps) {
  const [zoom, setZoom] = useState(2)
  const [middle] = useState(centre ?? around)
  const scale = scales[zoom] ?? 5
  const east = metresOfDegree * Math.cos((middle.latitude * Math.PI) / 180)
  const x = (longitude: number) => width / 2 + ((longitude - middle.longitude) * east) / scale
  const y = (latitude: number) => height / 2 - ((latitude - middle.latitude) * metresOfDegree) / scale
  const pick = (event: MouseEvent<SVGSVGElement>) => {
    const box = event.currentTarget.getBoundingClientRect()
    const right = ((event.clientX - box.left) / box.width) * width - width / 2
    const down = ((event.clientY - box.top) / box.height) * height - height / 2
    onPick?.({
      longitude: rounded(middle.longitude + (right * scale) / east),
      latitude: rounded(middle.latitude - (down * scale) / metresOfDegree),
    })
  }
  const lines = Array.from({ length: 8 }, (_, index) => index * 50)
  return (
    <View className="map">
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the same can be typed below as numbers */}
      <svg
        className="map-drawing"
        viewBox={`0 0 ${width} ${height}`}
        role="img"
        aria-label="地图"
        onClick={pick}
      >
        {lines.map((at) => (
          <g key={at} className="map-grid">
            <line x1={at} y1={0} x2={at} y2={height} />
            <line x1={0} y1={at} x2={width} y2={at} />
          </g>
        ))}
        {boundary && (
          <polygon
            className="map-boundary"
            points={boundary.map(([longitude, latitude]) => `${x(longitude)},${y(latitude)}`).join(' ')}
          />
        )}
        {centre && (
          <polygon
            className="map-pin"
            points={[0, 1, 2, 3, 4, 5]
              .map((corner) => (corner * Math.PI) / 3 + Math.PI / 6)
              .map(
                (turn) =>
                  `${x(centre.longitude) + 12 * Math.cos(turn)},${y(centre.latitude) + 12 * Math.sin(turn)}`,
              )
              .join(' ')}
          />
        )}
        <path className="map-scale" d={`M 12 ${height - 18} v 6 h 100 v -6`} />
        <text className="map-words" x={18} y={height - 18}>
          {scale * 100} 米
        </text>
      </svg>
      <View className="map-zoom">
        <Tap className="map-button" label="放大" onTap={() => setZoom(Math.max(0, zoom - 1))}>
          <Icon name="plus" size={20} />
        </Tap>
        <Tap className="map-button" label="缩小" onTap={() => setZoom(Math.min(scales.length - 1, zoom + 1))}>
          <Icon name="minus" size={20} />
        </Tap>
      </View>
    </View>
  )
}

/** A tenth of a metre is enough. */
const rounded = (degrees: number) => Math.round(degrees * 1e6) / 1e6
