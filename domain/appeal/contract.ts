import * as z from 'zod'
import {
  type Actions,
  cursor,
  id,
  named,
  next,
  nothing,
  oneOf,
  said,
  time,
  voiceFile,
  words,
} from '../fields.ts'
import { tradeNames } from '../people/roles.ts'
import { point } from '../place/contract.ts'
import { assessed, reliefInput } from '../relief/contract.ts'
import { categories } from './categories.ts'
import { limits } from './limits.ts'
import { declineReasonNames, identityNames, kindNames, ownChannels } from './names.ts'
import { appealRow } from './row/contract.ts'
import { appealStates, outcomeNames } from './states.ts'
import { photos } from './steps/contract.ts'
import { appealView, dispatch } from './view/contract.ts'

const seconds = z.number('FIELD_INVALID').int().min(1, 'FIELD_INVALID').max(limits.voice, 'VOICE_TOO_LONG')
const voice = z.strictObject({ fileId: voiceFile, seconds })
const page = z.object({ rows: z.array(appealRow), next: z.string().optional() })
/** How much waits at an organisation, by filter. At most `limits.counted` are looked at: of these there may be more. */
export const workCounts = z.object({
  all: z.number().int(),
  late: z.number().int(),
  today: z.number().int(),
  toAccept: z.number().int(),
  atLeast: z.array(z.enum(['all', 'late', 'today', 'toAccept'])),
})

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
        /** Where the phone was when the photo was taken; nothing waits for it. */
        position: point.optional(),
        identity: oneOf(identityNames).default('shielded'),
        trade: oneOf(tradeNames),
        /** Only channels that a person comes in by themselves; others go through appeal.submitFor. */
        channel: z.enum(ownChannels, 'CHANNEL_NOT_YOURS').default('home'),
        /** Of a relief, and of nothing else; it says enough without words. */
        relief: reliefInput.optional(),
      })
      .refine(
        (input) => input.text !== '' || input.photos.length > 0 || input.voice || input.relief,
        'NOTHING_SAID',
      )
      .refine((input) => (input.kind === 'relief') === (input.relief !== undefined), {
        message: 'FIELD_INVALID',
        path: ['relief'],
      }),
    output: z.object({
      id: z.string(),
      number: z.string(),
      state: z.enum(appealStates),
      version: z.number().int(),
      organisation: named,
      dispatch,
      acceptBy: time,
      resolveBy: time.optional(),
      /** How a relief was assessed. */
      assessed: assessed.optional(),
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
      filter: z
        .enum(['all', 'late', 'today', 'toAccept', 'mine', 'named', 'helping', 'followUp', 'done'])
        .default('all'),
      cursor,
    }),
    output: page,
  },
  'appeal.counts': { write: false, input: nothing, output: workCounts },
  'appeal.search': {
    write: false,
    /** What is asked must all hold; a number finds that one alone. `from` and `until`: when it was sent. */
    input: z.strictObject({
      text: words(limits.searchText).default(''),
      states: z.array(z.enum(appealStates)).max(appealStates.length).default([]),
      category: z.enum(categories, 'FIELD_INVALID').optional(),
      kind: oneOf(kindNames).optional(),
      area: id.optional(),
      late: z.boolean().default(false),
      mine: z.boolean().default(false),
      from: time.optional(),
      until: time.optional(),
      cursor,
    }),
    /** With few rows or none and a `next`, there may be more further back: `reached` is how far it has looked. */
    output: page.extend({ reached: time.optional() }),
  },
  /** 核对记录: of a city's appeals, a batch at a time, newest first, those whose log does not tell what is stored. */
  'appeal.verify': {
    write: false,
    input: z.strictObject({ organisationId: id, cursor }),
    output: z.object({
      checked: z.number().int(),
      /** When the oldest of the batch was sent; absent when there was none. */
      reached: time.optional(),
      faults: z.array(z.object({ number: z.string(), title: z.string(), at: time })),
      next,
    }),
  },
  'appeal.mergeable': {
    write: false,
    /** Without a number: what is about the same category at the same place. */
    input: z.strictObject({ id, number: words(20).optional() }),
    output: z.object({ appeals: z.array(appealRow) }),
  },
  /** Before a snap is sent: what others have taken of the same near by, the nearest first. */
  'appeal.similar': {
    write: false,
    input: z.strictObject({ category: z.enum(categories, 'FIELD_INVALID'), position: point }),
    output: z.object({
      snaps: z.array(
        z.object({
          id: z.string(),
          title: z.string(),
          state: z.enum(appealStates),
          createdAt: time,
          photo: z.string().optional(),
          /** To ten, from about where it was taken. */
          metres: z.number().int(),
          /** How many people saw it, who took it among them. */
          seen: z.number().int(),
          mine: z.boolean(),
          supported: z.boolean(),
        }),
      ),
    }),
  },
  /** A snap as who saw it too may see it; somebody who did not say so must stand where it is similar. */
  'appeal.seen': {
    write: false,
    input: z.strictObject({ id, position: point.optional() }),
    output: z.object({
      category: z.enum(categories),
      placeName: z.string(),
      state: z.enum(appealStates),
      outcome: oneOf(outcomeNames).optional(),
      declined: oneOf(declineReasonNames).optional(),
      before: z.array(z.string()),
      after: z.array(z.string()),
      /** What was done, once it is said to be. */
      words: z.string().optional(),
    }),
  },
  'appeal.view': { write: false, input: z.strictObject({ id }), output: appealView },
  'appeal.contact': {
    write: true,
    input: z.strictObject({ id, words: said(limits.reason) }),
    output: z.object({ phone: z.string(), nickname: z.string().optional() }),
  },
} as const satisfies Actions
