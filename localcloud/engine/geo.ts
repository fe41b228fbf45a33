import { BadValue, type Document, isObject } from './values.ts'

/** Metres; the radius that MongoDB uses. */
const EARTH_RADIUS = 6378.1 * 1000

type Position = [longitude: number, latitude: number]
type Vector = [number, number, number]

/** A geometry taken apart: its points, its edges, and its polygons as rings. */
interface Shape {
  points: Vector[]
  edges: [Vector, Vector][]
  polygons: Vector[][][]
}

/** Distance in metres over the sphere; undefined when one of both is no GeoJSON point. */
export function distance(from: unknown, to: unknown): number | undefined {
  const a = pointOf(from)
  const b = pointOf(to)
  return a && b && angle(a, b) * EARTH_RADIUS
}

function pointOf(value: unknown): Vector | undefined {
  if (Array.isArray(value) && value.length === 2) return vector(value)
  return isObject(value) && value.type === 'Point' ? vector(value.coordinates) : undefined
}

/** As S2 does it (`S2Point::Angle`), which MongoDB uses: the digits must be the same. */
function angle(a: Vector, b: Vector): number {
  return Math.atan2(Math.sqrt(dot(cross(a, b), cross(a, b))), dot(a, b))
}

const cross = (a: Vector, b: Vector): Vector => [
  a[1] * b[2] - a[2] * b[1],
  a[2] * b[0] - a[0] * b[2],
  a[0] * b[1] - a[1] * b[0],
]
const dot = (a: Vector, b: Vector) => a[0] * b[0] + a[1] * b[1] + a[2] * b[2]

function vector(position: unknown): Vector {
  const [longitude, latitude] = position as Position
  if (!(Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90)) {
    throw new BadValue(`longitude/latitude is out of bounds, lng: ${longitude} lat: ${latitude}`)
  }
  const theta = (Math.PI / 180) * longitude
  const phi = (Math.PI / 180) * latitude
  const cosine = cos(phi)
  return [cos(theta) * cosine, sin(theta) * cosine, sin(phi)]
}

/**
 * Sine and cosine rounded to the nearest number, as the C library of the cloud's database gives them; V8's
 * are now and then one bit off, and then a distance differs in its last digits. Fixed point, 160 bits.
 */
const BITS = 160n
const ONE = 1n << BITS
const sin = (x: number) => series(x, toFixedPoint(x), 1n)
const cos = (x: number) => series(x, ONE, 0n)

function series(x: number, first: bigint, order: bigint): number {
  const squared = (toFixedPoint(x) * toFixedPoint(x)) >> BITS
  let sum = first
  for (let term = first, n = order; term !== 0n; n += 2n) {
    term = -((term * squared) >> BITS) / ((n + 1n) * (n + 2n))
    sum += term
  }
  return toNumber(sum)
}

function toFixedPoint(x: number): bigint {
  const view = new DataView(new ArrayBuffer(8))
  view.setFloat64(0, Math.abs(x))
  const bits = view.getBigUint64(0)
  const exponent = (bits >> 52n) & 0x7ffn
  if (exponent === 0n) return 0n
  const mantissa = (bits & ((1n << 52n) - 1n)) | (1n << 52n)
  const shift = exponent - 1075n + BITS
  const value = shift >= 0n ? mantissa << shift : mantissa >> -shift
  return x < 0 ? -value : value
}

function toNumber(value: bigint): number {
  const size = value < 0n ? -value : value
  const extra = Math.max(size.toString(2).length - 64, 0)
  const kept = size >> BigInt(extra)
  const sticky = (size & ((1n << BigInt(extra)) - 1n)) === 0n ? 0n : 1n
  // Number() rounds to nearest, ties to even; the sticky bit keeps what was cut off from looking like a tie.
  const rounded = Number((kept << 1n) | sticky) * 2 ** (extra - 1 - Number(BITS))
  return value < 0n ? -rounded : rounded
}

function shapeOf(value: unknown): Shape | undefined {
  const shape: Shape = { points: [], edges: [], polygons: [] }
  if (Array.isArray(value) && value.length === 2 && typeof value[0] === 'number') {
    shape.points.push(vector(value))
    return shape
  }
  if (!isObject(value)) return undefined
  const { type, coordinates } = value
  const line = (positions: unknown) => {
    const vectors = (positions as Position[]).map(vector)
    shape.points.push(...vectors)
    for (const [i, to] of vectors.entries()) {
      const from = vectors[i - 1]
      if (from) shape.edges.push([from, to])
    }
    return vectors
  }
  const polygon = (rings: unknown) => shape.polygons.push((rings as unknown[]).map(line))
  const many = coordinates as unknown[]
  switch (type) {
    case 'Point':
      shape.points.push(vector(coordinates))
      return shape
    case 'LineString':
      line(coordinates)
      return shape
    case 'Polygon':
      polygon(coordinates)
      return shape
    case 'MultiPoint':
      for (const position of many) shape.points.push(vector(position))
      return shape
    case 'MultiLineString':
      for (const positions of many) line(positions)
      return shape
    case 'MultiPolygon':
      for (const rings of many) polygon(rings)
      return shape
    default:
      return undefined
  }
}

/** Whether a point lies inside a ring that is smaller than half the sphere: the bearings to its corners go round once. */
function insideRing(point: Vector, ring: Vector[]): boolean {
  if (ring.every((corner) => dot(corner, point) < 0)) return false
  const pole: Vector = Math.abs(point[2]) < 0.9 ? [0, 0, 1] : [1, 0, 0]
  const east = cross(pole, point)
  const north = cross(point, east)
  let turned = 0
  for (const [i, corner] of ring.entries()) {
    const last = ring[i - 1]
    if (!last) continue
    const turn =
      Math.atan2(dot(corner, north), dot(corner, east)) - Math.atan2(dot(last, north), dot(last, east))
    turned += Math.atan2(Math.sin(turn), Math.cos(turn))
  }
  return Math.abs(turned) > Math.PI
}

const insidePolygons = (point: Vector, polygons: Vector[][][]) =>
  polygons.some(
    ([outer = [], ...holes]) => insideRing(point, outer) && !holes.some((hole) => insideRing(point, hole)),
  )

/** Whether two great-circle edges cross. */
function crosses([a, b]: [Vector, Vector], [c, d]: [Vector, Vector]): boolean {
  const first = cross(a, b)
  const second = cross(c, d)
  const sides = [dot(first, c) * dot(first, d), dot(second, a) * dot(second, b)]
  return sides.every((side) => side <= 0) && dot(a, c) + dot(b, d) > 0
}

export function isWithin(value: unknown, area: Document): boolean {
  const shape = shapeOf(value)
  if (!shape) return false
  if (Array.isArray(area.$centerSphere)) {
    const [centre, radius] = area.$centerSphere as [unknown, number]
    const middle = vector(Array.isArray(centre) ? centre : (centre as Document).coordinates)
    return shape.points.every((point) => angle(middle, point) <= radius)
  }
  const outer = shapeOf(area.$geometry)
  if (!outer || outer.polygons.length === 0) throw new BadValue('$geoWithin takes $centerSphere or a polygon')
  return (
    shape.points.every((point) => insidePolygons(point, outer.polygons)) &&
    !shape.edges.some((edge) => outer.edges.some((other) => crosses(edge, other)))
  )
}

export function intersects(value: unknown, area: Document): boolean {
  const a = shapeOf(value)
  const b = shapeOf(area.$geometry)
  if (!b) throw new BadValue('$geoIntersects takes a $geometry')
  if (!a) return false
  const same = (p: Vector, q: Vector) => angle(p, q) < 1e-12
  return (
    a.points.some(
      (point) => insidePolygons(point, b.polygons) || b.points.some((other) => same(point, other)),
    ) ||
    b.points.some((point) => insidePolygons(point, a.polygons)) ||
    a.edges.some((edge) => b.edges.some((other) => crosses(edge, other)))
  )
}

/** The field and point of a `$near` or `$nearSphere` at the top of a filter: its answer is sorted by distance. */
export function nearOf(filter: Document): { field: string; point: unknown } | undefined {
  for (const [field, condition] of Object.entries(filter)) {
    if (!isObject(condition)) continue
    const near = condition.$nearSphere ?? condition.$near
    if (isObject(near)) return { field, point: near.$geometry }
    const both = field === '$and' ? (condition as unknown as Document[]).map(nearOf).find(Boolean) : undefined
    if (both) return both
  }
  return undefined
}

/** Whether a point is at the distance that `$near` wants; without limits every point is. */
export function isNear(value: unknown, near: Document): boolean {
  const metres = distance(near.$geometry, value)
  if (metres === undefined) return false
  const { $maxDistance, $minDistance } = near
  if (typeof $maxDistance === 'number' && metres > $maxDistance) return false
  return !(typeof $minDistance === 'number' && metres < $minDistance)
}
