import * as z from 'zod'
import { categories } from '../appeal/categories.ts'
import { limits } from '../appeal/limits.ts'
import { type Actions, cursor, id, named, next, nothing, oneOf, said, time } from '../fields.ts'
import { tradeNames } from '../people/roles.ts'
import { meetingLimits } from './limits.ts'
import { meetingNames, meetingStates, whyNames } from './meeting.ts'

const decision = z.object({
  words: z.string(),
  by: time,
  organisation: z.string(),
  internal: z.boolean(),
})
const item = z.object({
  id: z.string(),
  number: z.string(),
  title: z.string(),
  placeName: z.string(),
  why: z.array(oneOf(whyNames)),
  decision: decision.nullable(),
  written: z.boolean(),
  missed: z.boolean().optional(),
})
const row = z.object({
  id: z.string(),
  kind: oneOf(meetingNames),
  at: time,
  where: z.string(),
  organisation: named,
  state: oneOf(meetingStates),
  items: z.number().int(),
  decided: z.number().int(),
  raised: z.number().int(),
})
export const meetingView = row.omit({ items: true, raised: true }).extend({
  version: z.number().int(),
  participants: z.array(z.string()),
  items: z.array(item),
  raised: z.array(z.object({ id: z.string(), number: z.string(), title: z.string() })),
  /** Whether this hat may change it. */
  mayLead: z.boolean(),
})
const done = z.object({ id: z.string() })
const version = z.number().int().positive()
const appealIds = z.array(id).max(meetingLimits.items, 'TOO_MANY_AT_ONCE')

export const meetingContract = {
  'meeting.list': {
    write: false,
    input: z.strictObject({ state: oneOf(meetingStates).default('planned'), cursor }),
    output: z.object({ rows: z.array(row), next }),
  },
  'meeting.view': { write: false, input: z.strictObject({ id }), output: meetingView },
  /** What a meeting of this organisation should talk about. */
  'meeting.draft': { write: false, input: nothing, output: z.object({ items: z.array(item) }) },
  'meeting.create': {
    write: true,
    input: z.strictObject({
      kind: oneOf(meetingNames),
      at: time,
      where: said(meetingLimits.where),
      participants: z
        .array(said(meetingLimits.participant))
        .max(meetingLimits.participants, 'TOO_MANY_AT_ONCE')
        .default([]),
      appealIds: appealIds.default([]),
    }),
    output: done,
  },
  'meeting.agenda': { write: true, input: z.strictObject({ id, version, appealIds }), output: done },
  'meeting.minutes': {
    write: true,
    input: z.strictObject({
      id,
      appealId: id,
      /** Null takes back what was decided. */
      decision: z
        .strictObject({
          words: said(meetingLimits.decision),
          by: time,
          organisation: said(meetingLimits.participant),
          internal: z.boolean().default(false),
        })
        .nullable(),
    }),
    output: done,
  },
  /** Raised in the room: several appeals at once, by the channel 会上提的. */
  'meeting.raise': {
    write: true,
    input: z.strictObject({
      id,
      area: id,
      items: z
        .array(
          z.strictObject({
            text: said(limits.text),
            category: z.enum(categories, 'FIELD_INVALID'),
            trade: oneOf(tradeNames),
          }),
        )
        .min(1, 'TEXT_EMPTY')
        .max(meetingLimits.raised, 'TOO_MANY_AT_ONCE'),
    }),
    output: z.object({
      raised: z.array(z.object({ id: z.string(), number: z.string(), title: z.string() })),
    }),
  },
  'meeting.finish': { write: true, input: z.strictObject({ id, version }), output: done },
} as const satisfies Actions
