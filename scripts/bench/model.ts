import fc from 'fast-check'
import { sequences, walk } from '../../tests/support/appealModel.ts'
import { pointsSequences, walkPoints } from '../../tests/support/pointsModel.ts'
import { atLeast, type Measure } from './measure.ts'

const part = 'model'
const length = 500
/** Each step checks the person's whole ledger, which grows with it. */
const pointsLength = 200

/** Random steps by random people on many appeals; throws, with the shortest way there, at the first illegal state. */
export async function run({ quick }: { quick: boolean }): Promise<Measure[]> {
  const wanted = quick ? 20_000 : 1_000_000
  const taken: Record<string, number> = {}
  let steps = 0
  let refused = 0
  for (let seed = 1; steps < wanted; seed += 1) {
    fc.assert(
      fc.property(sequences(length), (sequence) => {
        const walked = walk(sequence)
        steps += sequence.length
        refused += walked.refused
        for (const [action, count] of Object.entries(walked.actions))
          taken[action] = (taken[action] ?? 0) + count
      }),
      { numRuns: 40, seed },
    )
    console.error(`${steps} of ${wanted} steps`)
  }
  return [
    ...walkedPoints(wanted),
    atLeast({ part, name: 'steps tried without an illegal state', value: steps, unit: 'steps' }, wanted),
    { part, name: 'refused', value: refused, unit: 'steps' },
    ...Object.entries(taken).map(([action, value]) => ({
      part,
      name: `taken: ${action}`,
      value,
      unit: 'steps',
    })),
  ]
}

/** The same on points: nothing is made or lost, sold twice, paid twice, or below zero. */
function walkedPoints(wanted: number): Measure[] {
  let steps = 0
  let refused = 0
  for (let seed = 1; steps < wanted; seed += 1) {
    fc.assert(
      fc.property(pointsSequences(pointsLength), (sequence) => {
        steps += sequence.length
        refused += walkPoints(sequence).refused
      }),
      { numRuns: 40, seed },
    )
    console.error(`${steps} of ${wanted} steps on points`)
  }
  return [
    atLeast(
      { part, name: 'steps on points without a fault in the ledger', value: steps, unit: 'steps' },
      wanted,
    ),
    { part, name: 'refused on points', value: refused, unit: 'steps' },
  ]
}
