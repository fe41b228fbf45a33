import { describe, expect, it } from 'vitest'
import { hour, passed, sent, submitted } from '../../tests/support/exampleAppeal.ts'
import { cellsAround } from '../place/cell.ts'
import type { Point } from '../place/geography.ts'
import type { Appeal } from './appeal.ts'
import { type Category, categories, snapCategories } from './categories.ts'
import { forget } from './forget.ts'
import { pointSeen, rounded } from './privacy.ts'
import { reachOf, similarTo } from './similar.ts'
import { faultOf } from './verify.ts'

// On whole thousandths, so that the rounding moves nothing.
const here: Point = { longitude: 123.43, latitude: 41.8 }
/** So many metres to the north. */
const north = (metres: number): Point => ({ ...here, latitude: here.latitude + metres / 111_195 })
const snap = (
  over: Partial<Appeal> = {},
  category: Category = 'fireLane',
  position: Point | null = here,
) => ({
  ...submitted({
    kind: 'snap',
    category,
    photos: ['cloud://e/photos/rider/1.jpg'],
    ...(position && { position }),
  }),
  ...over,
})
const found = (...candidates: Appeal[]) =>
  similarTo(candidates, here, 'fireLane', sent + hour).map(({ snap: { _id } }) => _id)

describe('what counts as similar', () => {
  const edge = reachOf('fireLane') ?? { metres: 0, hours: 0 }
  it.each<[string, Appeal, boolean]>([
    ['one there', snap(), true],
    ['one within reach', snap({}, 'fireLane', north(edge.metres - 60)), true],
    ['one out of reach', snap({}, 'fireLane', north(edge.metres + 60)), false],
    ['the oldest', snap({ createdAt: sent + hour - edge.hours * hour }), true],
    ['one too old', snap({ createdAt: sent + hour - edge.hours * hour - 1 }), false],
    ['another category', snap({}, 'obstruction'), false],
    ['a request', snap({ kind: 'request' }), false],
    ['one said to be done', snap({ state: 'resolved', working: false, open: true }), false],
    ['one that has ended', snap({ working: false }), false],
    ['a confidential one', snap({ confidential: true }), false],
    ['one without a position', snap({}, 'fireLane', null), false],
  ])('%s', (_, candidate, similar) => {
    expect(found(candidate)).toHaveLength(similar ? 1 : 0)
  })

  it.each(categories)('of %s, when it is a tile and not confidential', (category) => {
    const one = similarTo([snap({}, category)], here, category, sent + hour)
    const isTile = snapCategories.some((each) => each === category)
    expect(one).toHaveLength(isTile && category !== 'foodSafety' ? 1 : 0)
  })

  it('shows the nearest three, the nearest first', () => {
    const at = (metres: number) => snap({ _id: String(metres) }, 'fireLane', north(metres))
    expect(found(at(222), at(0), at(111), at(111.5), at(600))).toEqual(['0', '111', '111.5'])
  })

  it('lies in the cells around, whichever the category', () => {
    for (const category of snapCategories) {
      const { metres = 0 } = reachOf(category) ?? {}
      for (const latitude of [18.2, 30, 41.8, 53.4])
        for (const [east, up] of [
          [1, 0],
          [-1, 0],
          [0, 1],
          [0, -1],
        ] as const) {
          const middle = { longitude: 123.43, latitude }
          const far = metres + 80
          const position = {
            longitude: middle.longitude + (east * far) / (111_195 * Math.cos((latitude * Math.PI) / 180)),
            latitude: latitude + (up * far) / 111_195,
          }
          const { cell = '' } = passed(snap({}, category, position)).place
          if (category !== 'foodSafety') expect(cellsAround(middle, 6)).toContain(cell)
        }
    }
  })
})

describe('where it was', () => {
  const exact: Point = { longitude: 123.430_47, latitude: 41.800_38 }

  it('is rounded to about 100 m but for who was there and who has it', () => {
    expect(rounded(exact)).toEqual({ longitude: 123.43, latitude: 41.8 })
    expect(pointSeen(exact, ['own'])).toEqual(exact)
    expect(pointSeen(exact, ['organisation', 'responsible'])).toEqual(exact)
    expect(pointSeen(exact, ['below'])).toEqual(rounded(exact))
    expect(pointSeen(exact, ['assistant'])).toEqual(rounded(exact))
  })

  it('can’t be told from distances', () => {
    const asked = (candidate: Point) =>
      similarTo([snap({}, 'fireLane', candidate)], north(150), 'fireLane', sent)[0]?.metres
    expect(asked(exact)).toBe(asked(rounded(exact)))
  })

  it('of what is confidential stands under no cell, whichever rule sends it', () => {
    const cellOf = (category: Category, confidential: boolean) =>
      passed(submitted({ position: here, kind: 'snap', category }, { confidential })).place.cell
    expect(cellOf('fireLane', false)).toHaveLength(6)
    expect(cellOf('fireLane', true)).toBeUndefined()
    expect(cellOf('foodSafety', false)).toBeUndefined()
  })

  it('is part of what was said, and is rounded once the person is forgotten', () => {
    const one = snap({}, 'fireLane', exact)
    expect(faultOf(one)).toBeUndefined()
    expect(faultOf({ ...one, place: { ...one.place, point: here } })).toBe('text')
    expect(forget(one).place?.point).toEqual(here)
    expect(faultOf({ ...one, ...forget(one) })).toBeUndefined()
  })
})
