import * as z from 'zod'
import { type Actions, cursor, next, nothing, time } from '../fields.ts'

export const notice = z.object({
  id: z.string(),
  at: time,
  head: z.string(),
  sentence: z.string(),
  /**
   * An appeal; for a volunteer a task; a redemption; one's points, or those of them that are judged; an honour, and the
   * desk where it is decided.
   */
  about: z.object({
    id: z.string(),
    as: z.enum([
      'person',
      'staff',
      'passerBy',
      'volunteer',
      'redemption',
      'points',
      'review',
      'honour',
      'honourDesk',
    ]),
  }),
  read: z.boolean(),
  /** One tap answers it: 满意, 部分, 不满意. */
  asks: z.boolean(),
})

export const noticeContract = {
  /** Newest first. */
  'notice.list': {
    write: false,
    input: z.strictObject({ cursor }),
    output: z.object({ rows: z.array(notice), next }),
  },
  'notice.unread': { write: false, input: nothing, output: z.object({ count: z.number().int() }) },
  /** All that came up to a moment: what the person has seen the list of. */
  'notice.read': { write: true, input: z.strictObject({ until: time }), output: z.object({}) },
} as const satisfies Actions
