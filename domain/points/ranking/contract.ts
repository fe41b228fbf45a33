import * as z from 'zod'
import { type Actions, cursor, id, named, next, nothing, oneOf } from '../../fields.ts'
import { periodNames } from './periods.ts'

const points = z.number().int()
const byPeriod = z.object({ month: points, quarter: points, year: points })
const of = z.enum(['community', 'district', 'team'])

export const rankingContract = {
  /** A board that the caller belongs to; the most points first. The phone counts the places (places.ts). */
  'ranking.list': {
    write: false,
    input: z.strictObject({ of, teamId: id.optional(), period: oneOf(periodNames), cursor }),
    output: z.object({
      rows: z.array(z.object({ id: z.string(), name: z.string(), points, mine: z.boolean() })),
      next,
    }),
  },
  /** What the caller has on each board of theirs, and what each of their teams has together. */
  'ranking.mine': {
    write: false,
    input: nothing,
    output: z.object({
      shown: z.boolean(),
      boards: z.array(named.extend({ of, points: byPeriod, together: byPeriod.optional() })),
    }),
  },
  /** 不上榜, or back again; at once. */
  'ranking.show': { write: true, input: z.strictObject({ shown: z.boolean() }), output: nothing },
} as const satisfies Actions
