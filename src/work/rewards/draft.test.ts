import { expect, it } from 'vitest'
import { type Draft, draftOf, inputOf, missing } from './draft'

const whole: Draft = { ...draftOf(undefined), name: '手套', cost: '30', size: '12', pickUp: '一楼' }

it.each<[Partial<Draft>, string | undefined]>([
  [{}, undefined],
  [{ name: ' ' }, '写上叫什么'],
  [{ cost: '0' }, '写上要多少分'],
  [{ cost: '1.5' }, '写上要多少分'],
  [{ size: '' }, '写上有多少'],
  [{ size: '0' }, undefined],
  [{ pickUp: '' }, '写上在哪里领'],
])('%j lacks %s', (change, words) => {
  expect(missing({ ...whole, ...change })).toBe(words)
})

it('stores what was typed, trimmed and as numbers', () => {
  expect(inputOf({ ...whole, name: ' 手套 ' }, undefined)).toMatchObject({
    name: '手套',
    cost: 30,
    stock: { period: 'once', size: 12 },
    perPerson: 1,
  })
})
