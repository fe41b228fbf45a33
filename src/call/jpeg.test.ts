import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { withoutExif } from './jpeg'

const segment = (marker: number, body: number[]) => [
  0xff,
  marker,
  (body.length + 2) >> 8,
  (body.length + 2) & 0xff,
  ...body,
]
const start = [0xff, 0xd8]
const jfif = segment(0xe0, [0x4a, 0x46, 0x49, 0x46, 0])
const exif = segment(
  0xe1,
  [...'Exif\0\0GPS 41.80,123.43'].map((letter) => letter.charCodeAt(0)),
)
const table = segment(
  0xdb,
  Array.from({ length: 65 }, (_, index) => index),
)
// After the start of the scan anything may follow, also bytes that look like a segment.
const scan = [0xff, 0xda, 0, 4, 1, 2, 0x12, 0xff, 0xe1, 0, 3, 9, 0xff, 0xd9]

const strip = (...parts: number[][]) => [...withoutExif(Uint8Array.from(parts.flat()))]

describe('withoutExif', () => {
  it('takes out where, when and with what a photo was taken', () => {
    expect(strip(start, jfif, exif, table, scan)).toEqual([start, jfif, table, scan].flat())
  })
  it('takes out several, wherever they stand', () => {
    expect(strip(start, exif, table, exif, exif, scan)).toEqual([start, table, scan].flat())
  })
  it('leaves a photo without EXIF as it is', () => {
    expect(strip(start, jfif, table, scan)).toEqual([start, jfif, table, scan].flat())
  })
  it('skips fill bytes before a segment', () => {
    expect(strip(start, [0xff, 0xff], exif, scan)).toEqual([start, scan].flat())
  })
  it('leaves what is no JPEG alone', () => {
    const png = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0xff, 0xe1, 0, 4, 1, 2])
    expect(withoutExif(png)).toBe(png)
  })
  it('never fails and never grows, whatever it is given', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
        const whole = Uint8Array.from([...start, ...bytes])
        const stripped = withoutExif(whole)
        expect(stripped.length).toBeLessThanOrEqual(whole.length)
        expect([...withoutExif(stripped)]).toEqual([...stripped])
      }),
    )
  })
})
