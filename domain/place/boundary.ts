import { insideBoundary, isInChina, type Point, type Position, type Ring } from './geography.ts'
import { placeLimits } from './limits.ts'

/** What someone pasted: a ring that can be stored, or what is wrong with it, in words. */
export type Boundary = { ring: Ring; fault?: undefined } | { ring?: undefined; fault: string }

/**
 * Reads a boundary out of GeoJSON: a Polygon, or a Feature or FeatureCollection that holds exactly one. Refuses
 * holes, open rings, positions outside China and more points than the limit, each with a sentence.
 */
export function boundaryOf(text: string): Boundary {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return { fault: '这段文字读不出来，可能没粘全' }
  }
  const polygon = polygonIn(value)
  if (!polygon) return { fault: '里面没有一块边界，要正好一块多边形' }
  const rings: unknown = polygon.coordinates
  if (!Array.isArray(rings) || rings.length === 0) return { fault: '这块边界里没有点' }
  if (rings.length > 1) return { fault: '这块边界中间有洞，请只留外面一圈' }
  return checked(rings[0])
}

function checked(line: unknown): Boundary {
  if (!Array.isArray(line) || !line.every(isPosition)) return { fault: '有个点不是“经度，纬度”两个数' }
  if (line.length < 4) return { fault: '至少要三个点才围得成一圈' }
  if (line.length > placeLimits.boundaryPoints)
    return { fault: `点有 ${line.length} 个，最多 ${placeLimits.boundaryPoints} 个，请先简化` }
  const ring = line.map(([longitude, latitude]): Position => [longitude, latitude])
  const [first, last] = [ring[0], ring.at(-1)]
  if (first?.[0] !== last?.[0] || first?.[1] !== last?.[1])
    return { fault: '这一圈没有合上，末点要和首点一样' }
  const stray = ring.find(([longitude, latitude]) => !isInChina({ longitude, latitude }))
  if (stray) return { fault: `点 ${stray.join('，')} 不在国内，经度纬度是不是写反了` }
  return { ring }
}

interface Geometry {
  type?: unknown
  coordinates?: unknown
  geometry?: unknown
  features?: unknown
}

function polygonIn(value: unknown): Geometry | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  const { type, geometry, features }: Geometry = value
  if (type === 'Polygon') return value
  if (type === 'Feature') return polygonIn(geometry)
  if (type === 'FeatureCollection' && Array.isArray(features) && features.length === 1)
    return polygonIn(features[0])
  return undefined
}

function isPosition(value: unknown): value is [number, number] {
  return Array.isArray(value) && value.length >= 2 && value.slice(0, 2).every(Number.isFinite)
}

/** Whether a boundary fits its centre; a warning, not a refusal: some offices stand outside. */
export const holdsCentre = (ring: Ring, centre: Point): boolean => insideBoundary(centre, ring)
