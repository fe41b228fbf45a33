import { describe, expect, it, vi } from 'vitest'

vi.mock('@tarojs/taro', () => ({ default: {} }))
const { textScale, titleScale } = await import('./textSize.ts')

describe('the size of words', () => {
  it.each([
    ['small', 14, 1, 1],
    ['as drawn', 16, 1, 1],
    ['standard on iPhones', 17, 1.06, 1.04],
    ['large', 20.8, 1.3, 1.18],
    ['care mode', 25.6, 1.6, 1.36],
    ['beyond', 40, 1.6, 1.36],
  ])('%s', (_, setting, words, titles) => {
    expect(textScale(setting)).toBe(words)
    expect(titleScale(words)).toBe(titles)
  })
})
