import * as z from 'zod'
import { workCounts } from '../appeal/contract.ts'
import { appealRow } from '../appeal/row/contract.ts'
import { type Actions, cursor, id, next, nothing, oneOf, said, time } from '../fields.ts'
import { limits } from './limits.ts'
import { queueNames } from './queues.ts'
import { coverNames } from './rota.ts'

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)
const minuteOfDay = z.number().int().min(0).max(1439)
const version = z.number().int().nonnegative()
const times = {
  weekday: z.number().int().min(1).max(7),
  from: minuteOfDay,
  /** Not after `from`: on the next day. */
  to: minuteOfDay,
}
const span = z.object({ from: time, to: time })

const colleague = z.object({ personId: z.string(), name: z.string(), title: z.string() })
const onDuty = z.object({ name: z.string(), title: z.string(), until: time })
const note = z.object({ id: z.string(), name: z.string(), words: z.string(), at: time })
export const shift = span.extend({
  day,
  slotId: z.string(),
  name: z.string(),
  title: z.string(),
  mine: z.boolean(),
  /** Whom the weekly plan names, when a colleague took it over. */
  insteadOf: z.string().optional(),
})
export const swap = span.extend({
  id: z.string(),
  day,
  slotId: z.string(),
  /** The colleague: who asks me, or whom I asked. */
  name: z.string(),
  /** I asked for it; otherwise it waits for my word. */
  mine: z.boolean(),
})
const done = z.object({ version })

export const dutyContract = {
  'duty.rota': {
    write: false,
    input: nothing,
    output: z.object({
      version,
      cover: oneOf(coverNames),
      now: z.array(onDuty.extend({ mine: z.boolean() })),
      /** Today and the days after, with what began yesterday and still runs. */
      shifts: z.array(shift),
      gaps: z.array(span),
      /** Those that wait for an answer and concern me. */
      swaps: z.array(swap),
      /** Newest first. */
      notes: z.array(note),
      /** The shift (its day and slot) that I am on, or was on until a moment ago. */
      toHandOver: z.string().optional(),
      weekly: z.array(z.object({ ...times, id: z.string(), who: colleague })),
    }),
  },
  /** Whom one can put on the rota, or ask to take over a shift. */
  'duty.colleagues': {
    write: false,
    input: z.strictObject({ cursor }),
    output: z.object({ colleagues: z.array(colleague.extend({ mine: z.boolean() })), next }),
  },
  'duty.now': {
    write: false,
    input: z.strictObject({ organisationId: id }),
    output: z.object({ now: z.array(onDuty) }),
  },
  'duty.plan': {
    write: true,
    input: z.strictObject({
      version,
      cover: oneOf(coverNames),
      weekly: z.array(z.strictObject({ ...times, personId: id })).max(limits.slots, 'ROTA_FULL'),
    }),
    output: done,
  },
  'duty.handOver': { write: true, input: z.strictObject({ words: said(limits.note) }), output: done },
  'duty.askSwap': {
    write: true,
    input: z.strictObject({ day, slotId: id, toId: id }),
    output: done,
  },
  'duty.answerSwap': {
    write: true,
    input: z.strictObject({ swapId: id, agrees: z.boolean() }),
    output: done,
  },
  'duty.takeBackSwap': { write: true, input: z.strictObject({ swapId: id }), output: done },
  'work.today': {
    write: false,
    input: nothing,
    output: z.object({
      /** The urgent one that nobody has taken and that is due first. */
      urgent: appealRow.extend({ version: z.number().int(), photo: z.string().optional() }).optional(),
      counts: workCounts,
      /** What I am responsible for: how much, and what of it is late. */
      mine: z.object({ held: z.number(), late: z.array(appealRow) }),
      duty: z.object({
        /** Mine that runs now, else my next one today or tomorrow. */
        shift: span.optional(),
        /** The shift (its day and slot) that I am on, or was on until a moment ago. */
        toHandOver: z.string().optional(),
        /** What the shift before left. */
        note: note.optional(),
        /** Others on duty now. */
        others: z.array(onDuty),
        /** Monday to Sunday. */
        week: z.array(z.object({ day, kinds: z.array(z.enum(['day', 'night'])) })),
        /** Swaps that wait for my word. */
        toAnswer: z.number(),
        /** The first within a week, for those who can fill it. */
        gap: span.optional(),
        planned: z.boolean(),
      }),
    }),
  },
  'work.queues': {
    write: false,
    input: nothing,
    /** How much waits in each queue of the hat, one more than `mostCounted` at most. */
    output: z.partialRecord(z.enum(queueNames), z.number()),
  },
} as const satisfies Actions
