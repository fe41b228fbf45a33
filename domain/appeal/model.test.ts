import fc from 'fast-check'
import { expect, it } from 'vitest'
import { sequences, walk } from '../../tests/support/appealModel.ts'
import { carriedOut } from './possible.ts'

it('20,000 random steps by random people: never an illegal state, an ownerless appeal, a broken chain, a clock that runs backwards', () => {
  const taken: Record<string, number> = {}
  let steps = 0
  fc.assert(
    fc.property(sequences(400), (sequence) => {
      const { actions } = walk(sequence)
      steps += sequence.length
      for (const [action, count] of Object.entries(actions)) taken[action] = (taken[action] ?? 0) + count
    }),
    // The same walk every time: other seeds are walked by npm run bench -- model.
    { numRuns: 160, seed: 2026 },
  )
  expect(steps).toBeGreaterThanOrEqual(20_000)
  // A walk that never gets anywhere would prove nothing.
  expect(carriedOut.filter((action) => !taken[action])).toEqual([])
}, 120_000)
