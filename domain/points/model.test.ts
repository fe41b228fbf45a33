import fc from 'fast-check'
import { expect, it } from 'vitest'
import { pointsSequences, walkPoints } from '../../tests/support/pointsModel.ts'

it('20,000 random steps on points: nothing is made or lost, sold twice, paid twice or unjudged, or below zero', () => {
  const taken: Record<string, number> = {}
  let steps = 0
  fc.assert(
    fc.property(pointsSequences(250), (sequence) => {
      const { actions } = walkPoints(sequence)
      steps += sequence.length
      for (const [action, count] of Object.entries(actions)) taken[action] = (taken[action] ?? 0) + count
    }),
    { numRuns: 200, seed: 2026 },
  )
  expect(steps).toBeGreaterThanOrEqual(20_000)
  // A walk that never gets anywhere would prove nothing.
  expect(Object.keys(taken).sort()).toEqual(
    [
      'again',
      'appeal',
      'approve',
      'ask',
      'cancel',
      'clock',
      'delete',
      'fulfil',
      'judge',
      'pay',
      'reject',
      'reverse',
    ].sort(),
  )
}, 120_000)
