import * as z from 'zod'
import { categoryNames } from '../appeal/categories.ts'
import { type Actions, cursor, id, next, nothing, oneOf, said, time } from '../fields.ts'
import { suggestionLimits } from './limits.ts'

const category = oneOf(categoryNames)
const version = z.number().int().min(0)
const changed = z.object({ id: z.string(), version })

/** What the suggestions of a category learnt beside the shipped words. */
export const suggestionContract = {
  /** For phones: everything that was added, when theirs is another version; and what the city takes. */
  'suggestion.current': {
    write: false,
    input: z.strictObject({ version }),
    output: z.object({
      version,
      added: z.array(z.object({ category, text: z.string() })).optional(),
      /** What forms must know that the caller's city does otherwise; absent: nothing. */
      city: z
        .object({
          categoriesOff: z.array(category).optional(),
          urgentAcceptMinutes: z.number().int().optional(),
        })
        .optional(),
    }),
  },
  'suggestion.list': {
    write: false,
    input: nothing,
    output: z.object({
      version,
      added: z.array(z.object({ id: z.string(), category, text: z.string(), at: time })),
    }),
  },
  /** Appeals that a dispatcher gave another category, newest first; their words as they may be learnt. */
  'suggestion.candidates': {
    write: false,
    input: z.strictObject({ cursor }),
    output: z.object({
      rows: z.array(z.object({ id: z.string(), text: z.string(), from: category, category, at: time })),
      next,
    }),
  },
  'suggestion.add': {
    write: true,
    input: z.strictObject({ category, text: said(suggestionLimits.text) }),
    output: changed,
  },
  'suggestion.remove': { write: true, input: z.strictObject({ id }), output: changed },
} as const satisfies Actions
