import { expect, it } from 'vitest'
import { affordable, type Waiting } from './useChosen'

const row = (id: string, points: number): Waiting => ({
  id,
  name: '手套',
  unit: '副',
  points,
  at: 0,
  place: '凯旋社区',
  trade: null,
  earned: 0,
  redeemed: 0,
  once: false,
})

it.each([
  [100, ['a', 'b', 'c']],
  [40, ['a', 'c']],
  [0, []],
])('with %s points left in the budget, it pays %s', (left, ids) => {
  expect(affordable([row('a', 30), row('b', 40), row('c', 8)], left).map(({ id }) => id)).toEqual(ids)
})
