import * as z from 'zod'
import { answerNames, identityNames, kindNames, reliefCauseNames, urgencyNames } from './appeal/appeal.ts'
import { categories } from './appeal/categories.ts'
import { limits } from './appeal/limits.ts'
import { appealActions, appealStates, outcomeNames } from './appeal/states.ts'
import { organisationKinds, roleNames, tradeNames } from './people/roles.ts'
import { relations } from './permission.ts'

/**
 * Every action: name → what it takes and what it gives. Both sides infer their types from it. A message of a schema
 * is the code of the refusal that it leads to (errors.ts). Times are milliseconds since 1970.
 */

const oneOf = <T extends string>(names: Record<T, string>) => z.enum(Object.keys(names) as [T, ...T[]])
const id = z.string().regex(/^[\w-]{1,64}$/)
const words = (limit: number) => z.string('FIELD_INVALID').trim().max(limit, 'TEXT_TOO_LONG')
const said = (limit: number) => words(limit).min(1, 'TEXT_EMPTY')
const photos = z.array(z.string().max(300)).max(limits.photos, 'TOO_MANY_PHOTOS').default([])
const time = z.number().int()
const nothing = z.strictObject({})
const cursor = z.string().max(200).optional()

const named = z.object({ id: z.string(), name: z.string() })
const dispatch = z.object({
  ruleId: z.string(),
  ruleNumber: z.number().int(),
  ruleVersion: z.number().int(),
  reason: z.string(),
})
const hat = z.object({
  id: z.string(),
  role: oneOf(roleNames),
  title: z.string(),
  organisation: named.extend({ kind: z.enum(organisationKinds) }),
})
const row = z.object({
  id: z.string(),
  number: z.string(),
  kind: oneOf(kindNames),
  category: z.enum(categories),
  urgency: oneOf(urgencyNames),
  identity: oneOf(identityNames),
  trade: oneOf(tradeNames),
  title: z.string(),
  state: z.enum(appealStates),
  outcome: oneOf(outcomeNames).optional(),
  organisation: named,
  placeName: z.string(),
  lastNote: z.string().optional(),
  acceptBy: time,
  resolveBy: time.optional(),
  createdAt: time,
  updatedAt: time,
})
const page = z.object({ rows: z.array(row), next: z.string().optional() })

const timelineStep = z.object({
  sequence: z.number().int(),
  action: z.enum(appealActions),
  to: z.enum(appealStates),
  at: time,
  /** Who did it, as this reader may know them: 您, or organisation and title. */
  actor: z.string(),
  words: z.string(),
  photos: z.array(z.string()),
  organisation: named.optional(),
  proposed: named.optional(),
  dispatch: dispatch.optional(),
  answer: oneOf(answerNames).optional(),
  outcome: oneOf(outcomeNames).optional(),
  internal: z.boolean().optional(),
  /** For accept: how long before (positive) or after its deadline, in milliseconds. */
  ahead: z.number().int().optional(),
})
const view = row.extend({
  version: z.number().int(),
  text: z.string(),
  photos: z.array(z.string()),
  placeLocation: z.string(),
  relations: z.array(z.enum(relations)),
  final: z.boolean(),
  returns: z.number().int(),
  catchAll: named.nullable(),
  proposed: named.nullable(),
  responsible: z.string().optional(),
  dispatch,
  dispatchedAt: time,
  /** Newest first. */
  timeline: z.array(timelineStep),
})
const done = z.object({ id: z.string(), state: z.enum(appealStates), version: z.number().int() })
const place = named.extend({ kind: z.enum(organisationKinds), location: z.string() })

/** A step on one appeal: which, and the version that the person saw. */
const onAppeal = { id, version: z.number().int().positive() }

export const contract = {
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
      moving: z.array(row),
      /** More are moving than are listed. */
      more: z.boolean(),
    }),
  },
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
  'appeal.submit': {
    write: true,
    input: z
      .strictObject({
        kind: oneOf(kindNames),
        category: z.enum(categories, 'FIELD_INVALID'),
        /** `hard` is a supervisor's to set. */
        urgency: z.enum(['urgent', 'high', 'normal']).default('normal'),
        text: words(limits.text).default(''),
        photos,
        /** The code of a community; of a street or district when the person knows no more. */
        area: id,
        identity: oneOf(identityNames).default('shielded'),
        trade: oneOf(tradeNames),
        relief: z
          .strictObject({
            platform: said(20),
            orderNumber: said(40),
            occurredAt: time,
            fineYuan: z.number().nonnegative().max(100_000),
            cause: oneOf(reliefCauseNames),
          })
          .optional(),
      })
      .refine((input) => input.text !== '' || input.photos.length > 0, 'NOTHING_SAID'),
    output: z.object({
      id: z.string(),
      number: z.string(),
      state: z.enum(appealStates),
      version: z.number().int(),
      organisation: named,
      dispatch,
      acceptBy: time,
      resolveBy: time.optional(),
    }),
  },
  'appeal.mine': {
    write: false,
    input: z.strictObject({ filter: z.enum(['all', 'open', 'finished']).default('all'), cursor }),
    output: page,
  },
  'appeal.work': {
    write: false,
    input: z.strictObject({
      filter: z.enum(['all', 'late', 'today', 'toAccept', 'done']).default('all'),
      cursor,
    }),
    output: page.extend({
      /** Of all that waits at the organisation; sent with the first page only. */
      counts: z
        .object({ all: z.number(), late: z.number(), today: z.number(), toAccept: z.number() })
        .optional(),
    }),
  },
  'appeal.view': { write: false, input: z.strictObject({ id }), output: view },
  'appeal.dispatch': {
    write: true,
    input: z.strictObject({ ...onAppeal, organisationId: id, words: said(limits.reason) }),
    output: done,
  },
  'appeal.accept': { write: true, input: z.strictObject(onAppeal), output: done },
  'appeal.return': {
    write: true,
    input: z.strictObject({ ...onAppeal, words: said(limits.reason), proposedId: id }),
    output: done,
  },
  'appeal.note': {
    write: true,
    input: z.strictObject({
      ...onAppeal,
      words: said(limits.note),
      photos,
      internal: z.boolean().default(false),
    }),
    output: done,
  },
  'appeal.resolve': {
    write: true,
    input: z.strictObject({ ...onAppeal, words: said(limits.note), photos }),
    output: done,
  },
  'appeal.confirm': {
    write: true,
    input: z.strictObject({ ...onAppeal, answer: oneOf(answerNames), words: words(limits.note).default('') }),
    output: done,
  },
  'appeal.withdraw': {
    write: true,
    input: z.strictObject({ ...onAppeal, words: words(limits.reason).default('') }),
    output: done,
  },
} as const satisfies Record<string, { write: boolean; input: z.ZodType; output: z.ZodType }>

export type Contract = typeof contract
export type ActionName = keyof Contract
/** What a caller sends: fields with defaults may be left out. */
export type Input<A extends ActionName> = z.input<Contract[A]['input']>
/** What a use case gets: parsed, defaults filled in. */
export type Parsed<A extends ActionName> = z.output<Contract[A]['input']>
export type Output<A extends ActionName> = z.output<Contract[A]['output']>
export type WriteAction = { [A in ActionName]: Contract[A]['write'] extends true ? A : never }[ActionName]

export type AppealRow = z.output<typeof row>
export type AppealView = z.output<typeof view>
export type TimelineStep = z.output<typeof timelineStep>
export type HatView = z.output<typeof hat>
export type Place = z.output<typeof place>

/** What the phone sends to the one function; identity is never in it. */
export const envelope = z.strictObject({
  action: z.string(),
  input: z.unknown(),
  /** Made on the phone for each write, kept over retries. */
  requestId: z
    .string()
    .regex(/^[\w-]{8,64}$/)
    .optional(),
  /** The appointment under which the person acts; none: for themselves. */
  hat: z.string().max(64).optional(),
})

export type Reply<A extends ActionName> =
  | { ok: true; data: Output<A> }
  | { ok: false; error: { code: import('./errors.ts').RefusalCode; message: string; requestId?: string } }
