import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { boundaryOf } from './boundary.ts'
import { cellOf, cellsAround } from './cell.ts'
import { boxOf, insideBoundary, insideBox, metresBetween, type Point } from './geography.ts'

const inChina = fc.record({
  longitude: fc.double({ min: 74, max: 135, noNaN: true }),
  latitude: fc.double({ min: 4, max: 52, noNaN: true }),
})

describe('distances', () => {
  it.each([
    ['the length of the runway of 桃仙', [123.4833, 41.6398], [123.4833, 41.6686], 3200],
    ['沈阳 to 大连', [123.4315, 41.8057], [121.6147, 38.914], 355_000],
    ['nowhere', [123, 41], [123, 41], 0],
  ] as const)('%s', (_, [x1, y1], [x2, y2], metres) => {
    const found = metresBetween({ longitude: x1, latitude: y1 }, { longitude: x2, latitude: y2 })
    expect(Math.abs(found - metres)).toBeLessThanOrEqual(metres * 0.01)
  })
})

describe('cells', () => {
  it('are geohashes', () => {
    expect(cellOf({ longitude: 123.4315, latitude: 41.8057 })).toBe('wxrvb')
    expect(cellOf({ longitude: -5.6, latitude: 42.6 })).toBe('ezs42')
  })

  it('a cell and its eight neighbours hold all that is near', () => {
    const away = fc.record({
      bearing: fc.double({ min: 0, max: 6.28, noNaN: true }),
      far: fc.integer({ min: 0, max: 2900 }),
    })
    fc.assert(
      fc.property(inChina, away, (point, { bearing, far }) => {
        const near: Point = {
          latitude: point.latitude + (Math.cos(bearing) * far) / 111_195,
          longitude:
            point.longitude +
            (Math.sin(bearing) * far) / (111_195 * Math.cos((point.latitude * Math.PI) / 180)),
        }
        const cells = cellsAround(point)
        expect(new Set(cells).size).toBe(9)
        expect(cells).toContain(cellOf(near))
      }),
    )
  })
})

const square = [
  [123.4, 41.8],
  [123.5, 41.8],
  [123.5, 41.9],
  [123.4, 41.9],
  [123.4, 41.8],
] as const
const polygon = (...coordinates: unknown[]) => JSON.stringify({ type: 'Polygon', coordinates })

describe('boundaries', () => {
  it.each([
    [123.45, 41.85, true],
    [123.45, 41.95, false],
    [123.39, 41.85, false],
    [123.401, 41.899, true],
  ])('%d, %d inside a square: %s', (longitude, latitude, inside) => {
    expect(insideBoundary({ longitude, latitude }, square)).toBe(inside)
  })

  it('nothing outside the box is inside the ring', () => {
    const star = square.map(([x, y], index): [number, number] => (index === 2 ? [123.42, 41.82] : [x, y]))
    const box = boxOf(star)
    fc.assert(
      fc.property(inChina, (point) => insideBox(point, box) || !insideBoundary(point, star)),
      { numRuns: 500 },
    )
  })

  it.each([
    ['a Polygon', polygon(square)],
    ['a Feature', `{"type":"Feature","properties":{},"geometry":${polygon(square)}}`],
    [
      'one Feature of a collection',
      `{"type":"FeatureCollection","features":[{"type":"Feature","geometry":${polygon(square)}}]}`,
    ],
    ['heights', polygon(square.map((position) => [...position, 40]))],
  ])('reads %s', (_, text) => {
    expect(boundaryOf(text)).toEqual({ ring: square })
  })

  it.each([
    ['cut text', '{"type":"Poly', /没粘全/],
    ['a point', '{"type":"Point","coordinates":[1,2]}', /没有一块边界/],
    ['two features', '{"type":"FeatureCollection","features":[{},{}]}', /没有一块边界/],
    ['nothing', polygon(), /没有点/],
    ['a hole', polygon(square, square), /有洞/],
    [
      'letters',
      polygon([
        ['a', 'b'],
        [1, 2],
        [1, 2],
        [1, 2],
      ]),
      /两个数/,
    ],
    ['two points', polygon(square.slice(0, 2)), /至少要三个点/],
    ['an open ring', polygon(square.slice(0, 4)), /没有合上/],
    ['latitude first', polygon(square.map(([x, y]) => [y, x])), /写反/],
    ['too many points', polygon(Array.from({ length: 501 }, () => square[0])), /最多 500 个/],
  ])('refuses %s', (_, text, fault) => {
    expect(boundaryOf(text).fault).toMatch(fault)
  })
})
