import type { Point } from './geography.ts'

/**
 * Geohash cells of five characters (geohash.org), about 4.9 km high and in China at least 2.9 km wide: a cell and
 * its eight neighbours hold everything within 2.9 km, nearly everywhere within 3 km. An index on them finds what is
 * near without reading the rest.
 */
const characters = 5
const alphabet = '0123456789bcdefghjkmnpqrstuvwxyz'
const bits = characters * 5
// Of 25 bits the first, third … halve the longitudes: 13 of them, and 12 for the latitudes.
const size = { longitude: 360 / 2 ** 13, latitude: 180 / 2 ** 12 }

/** The cell that a point lies in. */
export function cellOf({ longitude, latitude }: Point): string {
  const range = { longitude: [-180, 180], latitude: [-90, 90] }
  const value = { longitude, latitude }
  let hash = ''
  let character = 0
  for (let bit = 0; bit < bits; bit += 1) {
    const axis = bit % 2 === 0 ? 'longitude' : 'latitude'
    const [low = 0, high = 0] = range[axis]
    const middle = (low + high) / 2
    const upper = value[axis] >= middle
    range[axis] = upper ? [middle, high] : [low, middle]
    character = character * 2 + (upper ? 1 : 0)
    if (bit % 5 === 4) {
      hash += alphabet[character]
      character = 0
    }
  }
  return hash
}

/** The cell of a point and those around it: nine, the point's own first. */
export function cellsAround({ longitude, latitude }: Point): string[] {
  const steps = [0, -1, 1]
  return steps.flatMap((north) =>
    steps.map((east) =>
      cellOf({
        longitude: longitude + east * size.longitude,
        latitude: latitude + north * size.latitude,
      }),
    ),
  )
}
