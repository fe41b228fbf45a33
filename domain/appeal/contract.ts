import * as z from 'zod'
import { type Actions, cursor, id, named, oneOf, said, time, words } from '../fields.ts'
import { tradeNames } from '../people/roles.ts'
import { relations } from '../permission.ts'
import { answerNames, identityNames, kindNames, reliefCauseNames, urgencyNames } from './appeal.ts'
import { categories } from './categories.ts'
import { limits } from './limits.ts'
import { appealActions, appealStates, outcomeNames } from './states.ts'

const photos = z.array(z.string().max(300)).max(limits.photos, 'TOO_MANY_PHOTOS').default([])
const seconds = z.number('FIELD_INVALID').int().min(1, 'FIELD_INVALID').max(limits.voice, 'VOICE_TOO_LONG')
const voice = z.strictObject({ fileId: z.string().max(300), seconds })
const dispatch = z.object({
  ruleId: z.string(),
  ruleNumber: z.number().int(),
  ruleVersion: z.number().int(),
  reason: z.string(),
})
export const appealRow = z.object({
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
const page = z.object({ rows: z.array(appealRow), next: z.string().optional() })

export const timelineStep = z.object({
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
export const appealView = appealRow.extend({
  version: z.number().int(),
  text: z.string(),
  photos: z.array(z.string()),
  voice: z.object({ url: z.string(), seconds: z.number().int() }).optional(),
  placeLocation: z.string(),
  relations: z.array(z.enum(relations)),
  /** Whether this reader may see the phone number of who asked; each look is written down. */
  mayContact: z.boolean(),
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

/** A step on one appeal: which, and the version that the person saw. */
const onAppeal = { id, version: z.number().int().positive() }

export const appealContract = {
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
        voice: voice.optional(),
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
      .refine((input) => input.text !== '' || input.photos.length > 0 || input.voice, 'NOTHING_SAID'),
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
      filter: z.enum(['all', 'late', 'today', 'toAccept', 'mine', 'done']).default('all'),
      cursor,
    }),
    output: page.extend({
      /** Of all that waits at the organisation; sent with the first page only. */
      counts: z
        .object({ all: z.number(), late: z.number(), today: z.number(), toAccept: z.number() })
        .optional(),
    }),
  },
  'appeal.view': { write: false, input: z.strictObject({ id }), output: appealView },
  'appeal.dispatch': {
    write: true,
    input: z.strictObject({ ...onAppeal, organisationId: id, words: said(limits.reason) }),
    output: done,
  },
  'appeal.contact': {
    write: true,
    input: z.strictObject({ id, words: said(limits.reason) }),
    output: z.object({ phone: z.string(), nickname: z.string().optional() }),
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
} as const satisfies Actions
