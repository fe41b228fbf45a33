import * as z from 'zod'
import {
  type Actions,
  cursor,
  id,
  named,
  next,
  nothing,
  oneOf,
  photoFile,
  said,
  time,
  voiceFile,
  words,
} from '../fields.ts'
import { tradeNames } from '../people/roles.ts'
import { relations } from '../permission.ts'
import { point } from '../place/contract.ts'
import { assessed, reliefCaseView, reliefFacts, reliefInput, reliefStanding } from '../relief/contract.ts'
import {
  answerNames,
  channelNames,
  declineReasonNames,
  identityNames,
  kindNames,
  ownChannels,
  urgencyNames,
} from './appeal.ts'
import { categories } from './categories.ts'
import { limits } from './limits.ts'
import { appealActions, appealStates, outcomeNames } from './states.ts'

const photos = z.array(photoFile).max(limits.photos, 'TOO_MANY_PHOTOS').default([])
const seconds = z.number('FIELD_INVALID').int().min(1, 'FIELD_INVALID').max(limits.voice, 'VOICE_TOO_LONG')
const voice = z.strictObject({ fileId: voiceFile, seconds })
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
  /** While it waits for somebody outside. */
  suspendedUntil: time.optional(),
  acceptBy: time,
  resolveBy: time.optional(),
  createdAt: time,
  updatedAt: time,
  /** While it waits for the person's word: since when, and how often they were not reached. */
  resolvedAt: time.optional(),
  followUps: z.number().int().optional(),
})
const page = z.object({ rows: z.array(appealRow), next: z.string().optional() })
/** How much waits at an organisation, by filter. At most `limits.counted` are looked at: of these there may be more. */
export const workCounts = z.object({
  all: z.number().int(),
  late: z.number().int(),
  today: z.number().int(),
  toAccept: z.number().int(),
  atLeast: z.array(z.enum(['all', 'late', 'today', 'toAccept'])),
})

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
  help: z.enum(['ask', 'report', 'finish', 'release']).optional(),
  reached: z.boolean().optional(),
  clock: z.enum(['accept', 'resolve', 'followUp']).optional(),
  other: z.object({ id: z.string(), number: z.string() }).optional(),
  /** Of a suspension: the day that is waited for. */
  until: time.optional(),
  /** The timer did it. */
  automatic: z.boolean().optional(),
  /** For accept: how long before (positive) or after its deadline, in milliseconds. */
  ahead: z.number().int().optional(),
  /** How a relief stood after a step of its own. */
  reliefCase: reliefCaseView.optional(),
})
export const appealView = appealRow.extend({
  version: z.number().int(),
  text: z.string(),
  /** File ids: the phone shows them as they are. */
  photos: z.array(z.string()),
  voice: z.object({ fileId: z.string(), seconds: z.number().int() }).optional(),
  relief: reliefFacts.optional(),
  reliefCase: reliefCaseView.optional(),
  placeLocation: z.string(),
  /** Where it was taken: to about 100 m, but for the organisation that has it. */
  point: z.object({ longitude: z.number(), latitude: z.number() }).optional(),
  relations: z.array(z.enum(relations)),
  /** Whether this reader may see the phone number of who asked; each look is written down. */
  mayContact: z.boolean(),
  /** What the rules of the next step need to know (possible.ts). */
  situation: z.object({
    kind: oneOf(kindNames),
    state: z.enum(appealStates),
    final: z.boolean(),
    returns: z.number().int(),
    reopens: z.number().int(),
    reviews: z.number().int(),
    urgedAt: time.nullable(),
    endedAt: time.nullable(),
    followUps: z.number().int(),
    children: z.number().int(),
    catchAllId: z.string().nullable(),
    suspensions: z.object({ count: z.number().int(), days: z.number().int() }),
    assistants: z.array(
      named.extend({ why: z.enum(['asked', 'escalated']), state: z.enum(['open', 'finished']) }),
    ),
    handled: z.boolean(),
    supported: z.boolean(),
    reliefStanding: reliefStanding.optional(),
  }),
  proposed: named.nullable(),
  responsible: z.string().optional(),
  /** Whom the organisation names for it; for staff. */
  named: z.object({ title: z.string(), me: z.boolean() }).optional(),
  unsolved: z.boolean(),
  suspendedUntil: time.optional(),
  resolvedAt: time.optional(),
  parent: z.object({ id: z.string(), number: z.string() }).optional(),
  /** For the person who asked: who would take it when they reopen it or ask for a review. */
  above: named.optional(),
  /** For the person who asked: with how many others theirs is handled. */
  together: z.number().int().optional(),
  supporters: z.number().int(),
  channel: oneOf(channelNames),
  /** Somebody entered it for the person (代报), who may have it on their own phone by now. */
  filed: z.object({ by: z.string(), claimed: z.boolean() }).optional(),
  project: z.object({ id: z.string(), title: z.string() }).optional(),
  /** Whether the log is whole, as just checked. */
  whole: z.boolean(),
  dispatch,
  /** When the two clocks began. */
  acceptFrom: time,
  resolveFrom: time,
  /** For staff: where it can go on to, and until when it can wait. */
  ways: z
    .object({
      /** Whose other branches it can be transferred to. */
      parentId: z.string().nullable(),
      /** Who stands above, best first; the first that is active takes it when it is escalated. */
      above: z.array(z.string()),
      /** The openings of the working days until which it can be suspended, the next one first. */
      waits: z.array(time),
    })
    .optional(),
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
  'appeal.dispatch': {
    write: true,
    input: z.strictObject({
      ...onAppeal,
      organisationId: id,
      words: said(limits.reason),
      /** The right one, where the person chose another. */
      category: z.enum(categories, 'FIELD_INVALID').optional(),
      /** 疑难: more time; a supervisor's to grant. */
      hard: z.boolean().default(false),
    }),
    output: done,
  },
  'appeal.transfer': {
    write: true,
    input: z.strictObject({ ...onAppeal, organisationId: id, words: said(limits.reason) }),
    output: done,
  },
  'appeal.assist': {
    write: true,
    /** Who is responsible asks or releases, and names whom; an assistant reports or finishes. */
    input: z.strictObject({
      ...onAppeal,
      help: z.enum(['ask', 'report', 'finish', 'release']),
      organisationId: id.optional(),
      words: said(limits.note),
      photos,
    }),
    output: done,
  },
  'appeal.suspend': {
    write: true,
    input: z.strictObject({ ...onAppeal, until: time, words: said(limits.reason) }),
    output: done,
  },
  'appeal.resume': {
    write: true,
    input: z.strictObject({ ...onAppeal, words: words(limits.reason).default('') }),
    output: done,
  },
  'appeal.escalate': {
    write: true,
    input: z.strictObject({ ...onAppeal, words: said(limits.reason) }),
    output: done,
  },
  'appeal.decline': {
    write: true,
    input: z.strictObject({
      ...onAppeal,
      reason: oneOf(declineReasonNames),
      words: words(limits.reason).default(''),
    }),
    output: done,
  },
  'appeal.merge': {
    write: true,
    /** Into which it goes; `version` is of the one that goes. */
    input: z.strictObject({ ...onAppeal, parentId: id, words: words(limits.reason).default('') }),
    output: done,
  },
  'appeal.unmerge': {
    write: true,
    input: z.strictObject({ ...onAppeal, words: words(limits.reason).default('') }),
    output: done,
  },
  'appeal.followUp': {
    write: true,
    /** Without an answer: the person was not reached. */
    input: z.strictObject({
      ...onAppeal,
      answer: oneOf(answerNames).optional(),
      words: words(limits.note).default(''),
    }),
    output: done,
  },
  'appeal.reopen': {
    write: true,
    input: z.strictObject({ ...onAppeal, words: said(limits.reason) }),
    output: done,
  },
  'appeal.review': {
    write: true,
    input: z.strictObject({ ...onAppeal, words: said(limits.reason) }),
    output: done,
  },
  'appeal.reply': {
    write: true,
    input: z.strictObject({ ...onAppeal, words: said(limits.note) }),
    output: done,
  },
  'appeal.urge': {
    write: true,
    input: z.strictObject({ ...onAppeal, words: words(limits.reason).default('') }),
    output: done,
  },
  'appeal.support': { write: true, input: z.strictObject({ id }), output: done },
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
    input: z.strictObject({
      ...onAppeal,
      words: said(limits.note),
      photos,
      /** It can't be solved; the words say why. */
      unsolved: z.boolean().default(false),
    }),
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
