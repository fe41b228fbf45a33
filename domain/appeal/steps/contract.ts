import * as z from 'zod'
import { type Actions, id, oneOf, photoFile, said, time, words } from '../../fields.ts'
import { categories } from '../categories.ts'
import { limits } from '../limits.ts'
import { answerNames, declineReasonNames } from '../names.ts'
import { appealStates } from '../states.ts'

/** What a step takes along: photos that were uploaded before. */
export const photos = z.array(photoFile).max(limits.photos, 'TOO_MANY_PHOTOS').default([])
const done = z.object({ id: z.string(), state: z.enum(appealStates), version: z.number().int() })

/** A step on one appeal: which, and the version that the person saw. */
const onAppeal = { id, version: z.number().int().positive() }

/** The steps of those who have an appeal in hand, and of the person who asked (states.ts). */
export const appealSteps = {
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
