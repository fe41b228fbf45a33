import fc from 'fast-check'
import { sequences, walk } from '../../../tests/support/appealModel.ts'
import { pointsSequences, walkPoints } from '../../../tests/support/pointsModel.ts'

export interface Share {
  of: 'appeals' | 'points'
  /** Steps to take at least. */
  steps: number
  /** The first seed, and how far it is to the next one. */
  seed: number
  stride: number
}

export interface Walked {
  steps: number
  refused: number
  /** How often each action was taken; of appeals. */
  actions: Record<string, number>
}

const walks = 40
const kinds = {
  appeals: { sequences: sequences(500), walk },
  // Each step checks the person's whole ledger, which grows with it.
  points: {
    sequences: pointsSequences(200),
    walk: (sequence: Parameters<typeof walkPoints>[0]) => ({ ...walkPoints(sequence), actions: {} }),
  },
}

/** Random steps; throws, with the shortest way there, at the first illegal state. */
function takeSteps({ of, steps, seed, stride }: Share, told: (steps: number) => void): Walked {
  const walked: Walked = { steps: 0, refused: 0, actions: {} }
  const count = (length: number, { refused, actions }: Omit<Walked, 'steps'>) => {
    walked.steps += length
    walked.refused += refused
    for (const [action, times] of Object.entries(actions))
      walked.actions[action] = (walked.actions[action] ?? 0) + times
  }
  for (let next = seed; walked.steps < steps; next += stride) {
    const settings = { numRuns: walks, seed: next }
    if (of === 'appeals')
      fc.assert(
        fc.property(kinds.appeals.sequences, (sequence) =>
          count(sequence.length, kinds.appeals.walk(sequence)),
        ),
        settings,
      )
    else
      fc.assert(
        fc.property(kinds.points.sequences, (sequence) =>
          count(sequence.length, kinds.points.walk(sequence)),
        ),
        settings,
      )
    told(walked.steps)
  }
  return walked
}

/** What a process of its own tells who started it. */
export type Told = { steps: number } | { walked: Walked }

const tell = (told: Told) => process.send?.(told)
tell({ walked: takeSteps(JSON.parse(process.argv[2] ?? '') as Share, (steps) => tell({ steps })) })
