/** A position in degrees. On the map of China that WeChat draws: GCJ-02, as its own picker gives it. */
export interface Point {
  longitude: number
  latitude: number
}

/** As GeoJSON writes a position: longitude first. */
export type Position = readonly [longitude: number, latitude: number]
/** One closed line around an area: the last position is the first one again. */
export type Ring = readonly Position[]
/** West, south, east, north. */
export type Box = readonly [west: number, south: number, east: number, north: number]

const earthRadius = 6_371_000
const radians = (degrees: number) => (degrees * Math.PI) / 180

/** Metres between two points along the surface (haversine). */
export function metresBetween(a: Point, b: Point): number {
  const latitude = Math.sin(radians(b.latitude - a.latitude) / 2)
  const longitude = Math.sin(radians(b.longitude - a.longitude) / 2)
  const chord =
    latitude * latitude +
    Math.cos(radians(a.latitude)) * Math.cos(radians(b.latitude)) * longitude * longitude
  return 2 * earthRadius * Math.asin(Math.min(1, Math.sqrt(chord)))
}

/** Whether a point lies inside a ring: a ray from it crosses the line an odd number of times. */
export function insideBoundary({ longitude, latitude }: Point, ring: Ring): boolean {
  let inside = false
  for (let index = 1; index < ring.length; index += 1) {
    const [x1, y1] = ring[index - 1] ?? [0, 0]
    const [x2, y2] = ring[index] ?? [0, 0]
    const between = y1 > latitude !== y2 > latitude
    if (between && longitude < ((x2 - x1) * (latitude - y1)) / (y2 - y1) + x1) inside = !inside
  }
  return inside
}

/** The smallest box around a ring: kept beside it, so that rings far away need not be read. */
export function boxOf(ring: Ring): Box {
  const longitudes = ring.map(([longitude]) => longitude)
  const latitudes = ring.map(([, latitude]) => latitude)
  return [Math.min(...longitudes), Math.min(...latitudes), Math.max(...longitudes), Math.max(...latitudes)]
}

export function insideBox({ longitude, latitude }: Point, [west, south, east, north]: Box): boolean {
  return longitude >= west && longitude <= east && latitude >= south && latitude <= north
}

/** Whether a point may be a centre: somewhere in China, give or take. */
export function isInChina({ longitude, latitude }: Point): boolean {
  return insideBox({ longitude, latitude }, [73, 3, 136, 54])
}
