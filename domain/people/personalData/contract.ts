import * as z from 'zod'
import { appealView } from '../../appeal/view/contract.ts'
import { type Actions, cursor, named, next, nothing, oneOf } from '../../fields.ts'
import { honourRow } from '../../honour/contract.ts'
import { notice } from '../../notice/contract.ts'
import { templates } from '../../notice/templates.ts'
import { entry, redemptionRow } from '../../points/contract.ts'
import { taskDone } from '../../task/contract.ts'
import { appointmentRow, look, profile } from '../contract.ts'

/** A person’s right to what is stored of them: to have it all, and to have it gone. */
export const personalDataContract = {
  'personalData.export': {
    write: false,
    input: z.strictObject({ cursor }),
    output: z.object({
      /** With the first page only. */
      person: profile
        .extend({
          appointments: z.array(appointmentRow),
          /** Who looked at their phone, the newest hundred. */
          looks: z.array(look),
          /** How many messages of each template WeChat may still send them. */
          reminders: z.partialRecord(oneOf(templates), z.number().int()),
          /** What they have on duty rotas: weekday 1 Monday, minutes of the day. */
          shifts: z.array(
            z.object({ organisation: named, weekday: z.number(), from: z.number(), to: z.number() }),
          ),
        })
        .optional(),
      appeals: z.array(appealView),
      /** Their inbox, a part with each page. */
      notices: z.array(notice),
      /** Their points, a part with each page. */
      points: z.array(entry),
      /** After those: what they did as volunteers, what they redeemed, what they were nominated for. */
      tasks: z.array(taskDone),
      redemptions: z.array(redemptionRow),
      honours: z.array(honourRow),
      next,
    }),
  },
  'personalData.deletion': {
    write: false,
    input: nothing,
    /** What would happen, as counts for the sentences. `openAppeals` stops at a page. */
    output: z.object({
      openAppeals: z.number().int(),
      appointments: z.array(z.string()),
      phone: z.boolean(),
      points: z.number().int(),
      /** Redemptions on their way; stops at a page. */
      redemptions: z.number().int(),
    }),
  },
  'personalData.delete': { write: true, input: nothing, output: nothing },
} as const satisfies Actions
