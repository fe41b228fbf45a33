import * as z from 'zod'
import { type Actions, id, named, said } from '../fields.ts'
import { organisationKinds } from '../people/roles.ts'

export const place = named.extend({ kind: z.enum(organisationKinds), location: z.string() })

export const placeContract = {
  'place.search': {
    write: false,
    input: z.strictObject({
      text: said(30),
      /** Only communities unless told otherwise: places for the form, organisations for a dispatcher. */
      among: z.enum(['communities', 'organisations']).default('communities'),
    }),
    output: z.object({ places: z.array(place) }),
  },
  'place.list': {
    write: false,
    input: z.strictObject({ parentId: id.optional() }),
    output: z.object({ places: z.array(place) }),
  },
  'place.named': {
    write: false,
    input: z.strictObject({ id }),
    /** Absent: there is none, or it is closed. */
    output: z.object({ place: place.optional() }),
  },
} as const satisfies Actions
