import * as z from 'zod'
import { type Actions, cursor, next, nothing, oneOf, time } from '../fields.ts'
import { templateKeys, templates } from './templates.ts'

export const notice = z.object({
  id: z.string(),
  at: time,
  head: z.string(),
  sentence: z.string(),
  /**
   * An appeal; for a volunteer a task; a redemption; one's points, or those of them that are judged; an honour, and the
   * desk where it is decided; for administrators how everything runs.
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
      'health',
    ]),
  }),
  read: z.boolean(),
  /** One tap answers it: 满意, 部分, 不满意. */
  asks: z.boolean(),
  closeDays: z.number().int().optional(),
})

const reminders = z.object({ left: z.partialRecord(oneOf(templates), z.number().int()) })

export const noticeContract = {
  /** Newest first. */
  'notice.list': {
    write: false,
    input: z.strictObject({ cursor }),
    output: z.object({ rows: z.array(notice), next }),
  },
  /** How many messages of each template WeChat may still send to the person's phone. */
  'notice.reminders': { write: false, input: nothing, output: reminders },
  /** The person has just granted one message of each of these. */
  'notice.subscribe': {
    write: true,
    input: z.strictObject({ granted: z.array(oneOf(templates)).min(1).max(templateKeys.length) }),
    output: reminders,
  },
  'notice.unread': { write: false, input: nothing, output: z.object({ count: z.number().int() }) },
  /** All that came up to a moment: what the person has seen the list of. */
  'notice.read': { write: true, input: z.strictObject({ until: time }), output: z.object({}) },
} as const satisfies Actions
