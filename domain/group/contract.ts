import * as z from 'zod'
import { type Actions, cursor, id, named, next, nothing, said, time } from '../fields.ts'
import { groupLimits } from './group.ts'

const group = z.object({
  id: z.string(),
  name: z.string(),
  at: time,
  tasks: z.number().int(),
  claims: z.number().int(),
  /** Milliseconds until somebody of the group took a place, in the middle. */
  first: z.number().nullable(),
})

export const groupContract = {
  /** The group that the caller comes from, as WeChat vouches for it; null outside of one. */
  'group.here': {
    write: false,
    input: nothing,
    output: z.object({
      group: z.object({ name: z.string(), organisation: named }).nullable(),
      known: z.boolean(),
    }),
  },
  'group.bind': {
    write: true,
    input: z.strictObject({ name: said(groupLimits.name) }),
    output: z.object({ name: z.string() }),
  },
  'group.unbind': { write: true, input: z.strictObject({ id }), output: z.object({}) },
  'group.list': {
    write: false,
    input: z.strictObject({ cursor }),
    output: z.object({ rows: z.array(group), next }),
  },
} as const satisfies Actions
