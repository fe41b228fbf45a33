import type { Point } from './geography.ts'

/**
 * Geohash cells (geohash.org). Of five characters, about 4.9 km high and in China at least 2.9 km wide: a cell and
 * its eight neighbours hold everything within 2.9 km, nearly everywhere within 3 km. Of six, for what lies a few
 * streets away: 610 m high and at least 730 m wide. An index on them finds what is near without reading the rest.
 */
export type CellCharacters = 5 | 6
const alphabet = '0123456789bcdefghjkmnpqrstuvwxyz'
// The first bit, the third … halve the longitudes, the others the latitudes.
const sizes = {
  5: { longitude: 360 / 2 ** 13, latitude: 180 / 2 ** 12 },
  6: { longitude: 360 / 2 ** 15, latitude: 180 / 2 ** 15 },
} as const satisfies Record<CellCharacters, Point>

/** The cell that a point lies in. */
export function cellOf({ longitude, latitude }: Point, characters: CellCharacters = 5): string {
  const bits = characters * 5
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
export function cellsAround({ longitude, latitude }: Point, characters: CellCharacters = 5): string[] {
  const size = sizes[characters]
  const steps = [0, -1, 1]
  return steps.flatMap((north) =>
    steps.map((east) =>
      cellOf(
        { longitude: longitude + east * size.longitude, latitude: latitude + north * size.latitude },
        characters,
      ),
    ),
  )
}
