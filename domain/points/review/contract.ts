import * as z from 'zod'
import { type Actions, cursor, id, next, oneOf, said, time, words } from '../../fields.ts'
import { bucketNames } from '../ledger.ts'
import { pointsLimits as most } from '../limits.ts'
import { reviewNames, reviewSteps } from './review.ts'

const version = z.number().int().nonnegative()
const points = z.number().int()
const facts = {
  id: z.string(),
  version,
  title: z.string(),
  points,
  bucket: oneOf(bucketNames),
  /** When it was done. */
  at: time,
  state: oneOf(reviewNames),
  since: time,
  /** Only what lies above a limit; the rest was paid. */
  inPart: z.boolean(),
}

export const pointsReviewContract = {
  /** 积分核对: what waits for a judgement at the hat's organisation and below, what has waited longest first. */
  'pointsReview.queue': {
    write: false,
    input: z.strictObject({ of: z.enum(['waiting', 'appealed']), cursor }),
    output: z.object({
      rows: z.array(
        z.object({
          ...facts,
          place: z.string(),
          photos: z.array(z.string()),
          flags: z.array(
            z.object({
              name: z.string(),
              words: z.string(),
              /** Of this time and of the time before, where it is about a photo. */
              photos: z.object({ now: z.string(), before: z.string().optional() }).optional(),
            }),
          ),
          /** Why it was not paid, and what the person says to that. */
          denied: z.string().optional(),
          plea: z.string().optional(),
          /** Why the caller can't judge it; in words. */
          locked: z.string().optional(),
        }),
      ),
      next,
    }),
  },
  /** 照发, 不发: the reason is read by the person. */
  'pointsReview.judge': {
    write: true,
    input: z.strictObject({ id, version, pays: z.boolean(), words: words(most.words).default('') }),
    output: z.object({ id: z.string(), state: oneOf(reviewNames) }),
  },
  /** One's own: how far it has come; nothing of the flags. */
  'pointsReview.view': {
    write: false,
    input: z.strictObject({ id }),
    output: z.object({
      ...facts,
      appealable: z.boolean(),
      steps: z.array(z.object({ action: oneOf(reviewSteps), at: time, words: z.string() })),
    }),
  },
  /** 申诉, once: somebody else looks at it, and what they say stands. */
  'pointsReview.appeal': {
    write: true,
    input: z.strictObject({ id, words: said(most.words) }),
    output: z.object({ id: z.string(), state: oneOf(reviewNames) }),
  },
} as const satisfies Actions
