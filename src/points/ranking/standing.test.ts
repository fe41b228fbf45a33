import { describe, expect, it } from 'vitest'
import { ownWords, placed } from './standing'

const row = (id: string, points: number, mine = false) => ({ id, name: id, points, mine })

it('the same points share a place', () => {
  expect(placed([row('a', 9), row('b', 7), row('c', 7), row('d', 1)]).map(({ place }) => place)).toEqual([
    1, 2, 2, 4,
  ])
})

describe('my own line', () => {
  const board = { points: { month: 7, quarter: 7, year: 0 } }
  const rows = placed([row('a', 9), row('b', 7), row('me', 7, true)])
  it.each([
    ['on the board', ownWords(board, 'month', true, rows), '第 2 名'],
    ['hidden', ownWords(board, 'month', false, rows), '没上榜'],
    ['further down', ownWords(board, 'month', true, rows.slice(0, 2)), '2 名以后'],
    ['with nothing', ownWords(board, 'year', true, rows.slice(0, 2)), '还没有分'],
  ])('%s', (_, words, wanted) => expect(words).toBe(wanted))
})
