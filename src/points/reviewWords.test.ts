import { expect, it } from 'vitest'
import { type ReviewState, reviewNames } from '../../domain/points/review/review'
import { entryWords, reviewWords } from './reviewWords'

it.each<[kind: 'pay' | 'wait', ReviewState | undefined, string]>([
  ['pay', undefined, '6 分，到上限先记 2 分'],
  ['pay', 'waiting', '6 分，到上限先记 2 分，多的 4 分待人工核对'],
  ['pay', 'paid', '6 分，到上限先记 2 分，多的 4 分核对过，已经发了'],
  ['wait', 'waiting', '4 分先不发，有人看过就告诉您'],
  ['wait', 'denied', '4 分没发，可以申诉一次'],
])('a line of kind %s, held: %s', (kind, state, words) => {
  const held = state && { points: 4, state }
  expect(entryWords({ kind, arithmetic: '6 分，到上限先记 2 分', ...(held && { held }) })).toBe(words)
})

it('nothing that the person reads accuses them or says what was found', () => {
  for (const state of Object.keys(reviewNames) as ReviewState[])
    expect(`${reviewNames[state]}${reviewWords[state](4)}`).not.toMatch(/照片|重复|违规|作弊|异常|嫌疑|用过/)
})
