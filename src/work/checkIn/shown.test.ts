import { describe, expect, it } from 'vitest'
import { codeLasts as changed } from '../../../domain/task/code'
import { codeLasts, shownAt, skewOf } from './shown'

const start = 1_800_000_000_000
const codes = ['407261', '118234'].map((code, index) => ({ code, from: start + index * codeLasts }))

it('changes as often as the functions do', () => {
  expect(codeLasts).toBe(changed)
})

describe('the code of a moment', () => {
  it.each([
    ['when it begins', 0, '407261', 30],
    ['in the middle', 12_000, '407261', 18],
    ['at its last moment', 29_999, '407261', 1],
    ['the next one', 30_000, '118234', 30],
  ])('%s', (_, after, code, left) => {
    expect(shownAt(codes, start + after)).toMatchObject({ code, left })
  })

  it('stands in two groups', () => {
    expect(shownAt(codes, start)?.digits).toEqual(['407', '261'])
  })

  it.each([
    ['used up', 60_000],
    ['not begun', -1],
  ])('%s: none', (_, after) => {
    expect(shownAt(codes, start + after)).toBeUndefined()
  })
})

describe('a phone whose clock is off shows the code of the functions', () => {
  it.each([
    ['right', 5_000, '407261'],
    ['five minutes late', -300_000, '407261'],
    ['an hour early', 3_600_000, '407261'],
  ])('%s', (_, off, code) => {
    const cameAt = start + off
    expect(shownAt(codes, cameAt + skewOf(codes, cameAt))?.code).toBe(code)
  })
})
