import { expect, it } from 'vitest'
import { sketchOf } from './sketch'

const here = { longitude: 123.43, latitude: 41.8 }
const frame = { width: 343, height: 360, margin: 32 }
const north = (metres: number) => ({ ...here, latitude: here.latitude + metres / 111_320 })

it.each([
  [100, 1],
  [300, 5],
  [2_900, 20],
  [29_000, 196],
])('what lies %i metres away is in the picture at %i metres a pixel', (metres, scale) => {
  const sketch = sketchOf([here, north(metres)], here, frame)
  expect(sketch.scale).toBe(scale)
  expect(sketch.at(here)).toEqual({ x: 171.5, y: 180 })
  expect(sketch.at(north(metres)).y).toBeCloseTo(180 - metres / scale, 0)
  expect(sketch.at(north(metres)).y).toBeGreaterThanOrEqual(31)
})
it('one point alone is drawn in the middle', () =>
  expect(sketchOf([here], here, frame).at(here)).toEqual({ x: 171.5, y: 180 }))
