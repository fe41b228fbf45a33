import * as z from 'zod'
import { type Actions, cursor, id, named, next, oneOf, said, words } from '../fields.ts'
import { organisationKinds, tradeNames } from '../people/roles.ts'
import { phonePattern } from './details.ts'
import { isInChina } from './geography.ts'
import { isWeek } from './hours.ts'
import { placeLimits } from './limits.ts'
import { committeeNames } from './organisation.ts'

export const place = named.extend({ kind: z.enum(organisationKinds), location: z.string() })

export const organisationRow = place.extend({
  active: z.boolean(),
  version: z.number().int(),
  /** A move, a rename or a merger has left something to carry over. */
  settling: z.boolean(),
  mergedInto: named.optional(),
})
const week = z
  .array(z.object({ opens: z.number().int(), closes: z.number().int() }).nullable())
  .refine(isWeek, 'FIELD_INVALID')
const point = z
  .strictObject({ longitude: z.number(), latitude: z.number() })
  .refine(isInChina, 'FIELD_INVALID')
const trades = z.array(oneOf(tradeNames)).max(Object.keys(tradeNames).length)
const changed = z.object({ id: z.string(), version: z.number().int() })
const seen = { id, version: z.number().int().positive() }
const batch = {
  write: true,
  input: z.strictObject({ ids: z.array(id).min(1).max(placeLimits.batch) }),
  output: z.object({
    /** In the order asked; what was refused says why. */
    results: z.array(
      z.object({ id: z.string(), name: z.string(), done: z.boolean(), message: z.string().optional() }),
    ),
  }),
} as const
const bytes = (text: string) => new TextEncoder().encode(text).length
const fault = z.object({ row: z.number().int(), column: z.string(), fault: z.string() })
const settling = z.object({
  why: z.enum(['move', 'rename', 'merge']),
  done: z.number().int(),
  total: z.number().int(),
})

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
    input: z.strictObject({
      parentId: id.optional(),
      /** Only places unless told otherwise: organisations include what stands beside the tree. */
      among: z.enum(['places', 'organisations']).default('places'),
    }),
    output: z.object({ places: z.array(place) }),
  },
  'place.named': {
    write: false,
    input: z.strictObject({ id }),
    /** Absent: there is none, or it is closed. */
    output: z.object({ place: place.optional() }),
  },
  'place.near': {
    write: false,
    input: point,
    output: z.object({
      /** The community whose boundary holds the position first, then those whose centres are nearest. */
      places: z.array(place.extend({ metres: z.number(), inside: z.boolean() })),
    }),
  },
  'organisation.list': {
    write: false,
    input: z.strictObject({
      /** Of what is directly below it; without it below the organisation whose hat is worn. */
      parentId: id.optional(),
      /** Instead: all that the caller administers with this in the name or its pinyin. */
      text: words(30).optional(),
      kind: z.enum(organisationKinds).optional(),
      active: z.boolean().default(true),
      cursor,
    }),
    output: z.object({
      rows: z.array(organisationRow),
      /** From the top of what the caller administers down to the parent. */
      path: z.array(named.extend({ kind: z.enum(organisationKinds) })),
      next,
    }),
  },
  'organisation.view': {
    write: false,
    input: z.strictObject({ id }),
    output: organisationRow.extend({
      parent: named.extend({ kind: z.enum(organisationKinds) }).nullable(),
      /** Names of all above it, the highest first. */
      path: z.array(named),
      trade: oneOf(committeeNames).optional(),
      centre: z.object({ longitude: z.number(), latitude: z.number() }).optional(),
      boundary: z.array(z.tuple([z.number(), z.number()])).optional(),
      hours: z.array(z.object({ opens: z.number(), closes: z.number() }).nullable()).optional(),
      trades,
      phone: z.string().optional(),
      unsettled: settling.optional(),
    }),
  },
  'organisation.picture': {
    write: false,
    input: z.strictObject({ id }),
    /** Of the mini-program code under which people register with a community. */
    output: z.object({ url: z.string() }),
  },
  'organisation.create': {
    write: true,
    input: z.strictObject({ parentId: id, name: said(placeLimits.name), kind: z.enum(organisationKinds) }),
    output: changed,
  },
  'organisation.edit': {
    write: true,
    input: z.strictObject({
      ...seen,
      name: said(placeLimits.name).optional(),
      hours: week.nullable().optional(),
      trades: trades.nullable().optional(),
      phone: z
        .string()
        .trim()
        .max(placeLimits.phone, 'FIELD_INVALID')
        .regex(phonePattern, 'FIELD_INVALID')
        .nullable()
        .optional(),
      centre: point.nullable().optional(),
      /** GeoJSON as it was pasted. */
      boundary: z.string().max(placeLimits.boundaryText, 'TEXT_TOO_LONG').nullable().optional(),
    }),
    output: changed,
  },
  'organisation.move': {
    write: true,
    input: z.strictObject({ ...seen, parentId: id }),
    output: changed,
  },
  'organisation.close': batch,
  'organisation.open': batch,
  'organisation.merge': {
    write: true,
    input: z.strictObject({ ...seen, heirId: id }),
    output: changed,
  },
  'organisation.settle': {
    write: true,
    input: z.strictObject({ id }),
    output: z.object({
      moved: z.number().int(),
      left: z.boolean(),
      done: z.number().int(),
      total: z.number().int(),
    }),
  },
  'organisation.importRows': {
    write: true,
    input: z.strictObject({
      csv: z
        .string()
        .min(1, 'TEXT_EMPTY')
        .refine((text) => bytes(text) <= placeLimits.csvBytes, 'TEXT_TOO_LONG'),
      dryRun: z.boolean(),
    }),
    output: z.object({
      faults: z.array(fault),
      /** What each row would do, or did; rows that change nothing are left out. */
      changes: z.array(z.object({ row: z.number().int(), words: z.string() })),
      rows: z.number().int(),
    }),
  },
  'organisation.exportRows': {
    write: true,
    input: z.strictObject({ id: id.optional(), cursor }),
    output: z.object({ csv: z.string(), rows: z.number().int(), next }),
  },
} as const satisfies Actions
