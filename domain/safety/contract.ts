import * as z from 'zod'
import { type Actions, cursor, id, next, time } from '../fields.ts'

const about = z.strictObject({ kind: z.enum(['appeal', 'person', 'task'], 'FIELD_INVALID'), id })
const piece = z.string('FIELD_INVALID').regex(/^[\w-]{1,64}$/, 'FIELD_INVALID')

/** What a person must look at (seeing.ts). */
export const doubt = z.object({
  piece: z.string(),
  /** The step that it was said with. */
  sequence: z.number().int(),
  kind: z.enum(['text', 'photo', 'voice']),
  /** Others wait to see it; false: it is only marked. */
  public: z.boolean(),
  closed: z.boolean(),
})

export const safetyContract = {
  /** 可以公开 or 不公开: what WeChat has doubts about, or can't say anything of. */
  'content.judge': {
    write: true,
    input: z.strictObject({ about, piece, open: z.boolean('FIELD_INVALID') }),
    output: z.object({ open: z.boolean() }),
  },
  /** Nicknames and thanks that wait for a person, in the hat's area, what has waited longest first. */
  'content.held': {
    write: false,
    input: z.strictObject({ cursor }),
    output: z.object({
      rows: z.array(
        z.object({
          about: z.object({ kind: z.enum(['person', 'task']), id: z.string() }),
          piece: z.string(),
          words: z.string(),
          /** Of thanks: for which task. */
          title: z.string().optional(),
          since: time,
        }),
      ),
      next,
    }),
  },
} as const satisfies Actions

/** Rows of one page. */
export const heldShown = 20
