import * as z from 'zod'
import { type Actions, nothing, oneOf, time } from '../fields.ts'
import { incidentWords } from './words.ts'

const figure = z.number().int().min(0)
const count = z.object({ calls: figure, internal: figure, slow: figure })
const waiting = z.object({
  count: figure,
  /** There are more than could be counted. */
  more: z.boolean(),
  old: figure,
  since: time.nullable(),
})

export const operatingContract = {
  /** How the whole of it runs: figures, nothing of anybody. */
  'system.health': {
    write: false,
    input: nothing,
    output: z.object({
      at: time,
      /** Of the functions: version, and a digest of the code. */
      build: z.string(),
      /** Milliseconds that its answers took. */
      database: figure,
      timer: z.object({
        /** When it was first seen, and when its last full run ended. */
        since: time.nullable(),
        at: time.nullable(),
        late: z.boolean(),
        runs: z.array(z.object({ at: time, milliseconds: figure, full: z.boolean(), failed: figure })),
      }),
      waiting: z.object({ appeals: waiting, messages: waiting, checks: waiting }),
      /** Of the last hour: all, in parts, and the actions that fail or are slow. */
      hour: count.extend({
        parts: z.array(count.extend({ at: time })),
        worst: z.array(count.extend({ action: z.string() })),
      }),
      /** Those that go on, then those that are over since a day. */
      incidents: z.array(
        z.object({ kind: oneOf(incidentWords), openedAt: time, closedAt: time.nullable(), count: figure }),
      ),
    }),
  },
} as const satisfies Actions
