import type { Point } from '../../domain/place/geography'

const metresOfDegree = 111_320
/** Metres to a pixel. */
const scales = [1, 2, 5, 10, 20, 50] as const

export interface Sketch {
  /** Metres to a pixel: the finest at which all points are in the picture. */
  scale: number
  /** Where a point stands in the picture. */
  at: (point: Point) => { x: number; y: number }
}

/** How points are drawn on a picture of some pixels, with a margin around them; `middle` is in its middle. */
export function sketchOf(
  points: readonly Point[],
  middle: Point,
  { width, height, margin }: { width: number; height: number; margin: number },
): Sketch {
  const east = metresOfDegree * Math.cos((middle.latitude * Math.PI) / 180)
  const metres = ({ longitude, latitude }: Point) => ({
    x: (longitude - middle.longitude) * east,
    y: (middle.latitude - latitude) * metresOfDegree,
  })
  const needed = Math.max(
    0,
    ...points.map(metres).map(({ x, y }) => {
      return Math.max(Math.abs(x) / (width / 2 - margin), Math.abs(y) / (height / 2 - margin))
    }),
  )
  const scale = scales.find((each) => each >= needed) ?? Math.ceil(needed)
  return {
    scale,
    at: (point) => {
      const { x, y } = metres(point)
      return { x: width / 2 + x / scale, y: height / 2 + y / scale }
    },
  }
}
