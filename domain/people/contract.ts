import * as z from 'zod'
import { appealRow } from '../appeal/contract.ts'
import { type Actions, named, nothing, oneOf } from '../fields.ts'
import { organisationKinds, roleNames, tradeNames } from './roles.ts'

export const hat = z.object({
  id: z.string(),
  role: oneOf(roleNames),
  title: z.string(),
  organisation: named.extend({ kind: z.enum(organisationKinds) }),
})

export const peopleContract = {
  'person.me': {
    write: false,
    input: nothing,
    output: z.object({ personId: z.string(), trade: oneOf(tradeNames).optional(), hats: z.array(hat) }),
  },
  'person.home': {
    write: false,
    input: nothing,
    output: z.object({
      personId: z.string(),
      trade: oneOf(tradeNames).optional(),
      hats: z.array(hat),
      moving: z.array(appealRow),
      /** More are moving than are listed. */
      more: z.boolean(),
    }),
  },
} as const satisfies Actions
