import * as z from 'zod'
import { limits } from '../appeal/limits.ts'
import { type ReliefCause, reliefCauseNames } from '../appeal/names.ts'
import { appealStates } from '../appeal/states.ts'
import { type Actions, id, nothing, oneOf, said, time, words } from '../fields.ts'
import { answerNames, assessmentNames, decisionNames } from './reliefCase.ts'
import { highestThreshold, reliefCauses } from './rules.ts'

const threshold = z.number('FIELD_INVALID').int().min(0).max(highestThreshold)
const thresholds = z.strictObject(
  Object.fromEntries(reliefCauses.map((cause) => [cause, threshold])) as Record<
    ReliefCause,
    typeof threshold
  >,
)
const rules = z.object({ version: z.number().int(), thresholds })
const onAppeal = { id, version: z.number().int().positive() }
const done = z.object({ id: z.string(), state: z.enum(appealStates), version: z.number().int() })

const yuan = z
  .number('FIELD_INVALID')
  .nonnegative('FIELD_INVALID')
  .max(100_000, 'FIELD_INVALID')
  .multipleOf(0.01, 'FIELD_INVALID')

/** What the form of a relief asks; of the order number only the end is kept. */
export const reliefInput = z.strictObject({
  platform: said(20),
  orderNumber: said(40),
  occurredAt: time,
  fineYuan: yuan,
  cause: oneOf(reliefCauseNames),
})
/** A relief, how it was assessed, and how far it has come: as views show it. */
export const reliefFacts = z.object({
  platform: z.string(),
  orderNumber: z.string(),
  occurredAt: time,
  fineYuan: z.number(),
  cause: oneOf(reliefCauseNames),
})
export const assessed = z.object({
  assessment: oneOf(assessmentNames),
  points: z.number(),
  threshold: z.number(),
  ruleVersion: z.number().int(),
})
export const reliefCaseView = assessed.extend({
  decision: z
    .object({ outcome: oneOf(decisionNames), words: z.string(), by: z.string(), at: time })
    .optional(),
  letter: z.object({ number: z.string(), at: time, organisation: z.string(), title: z.string() }).optional(),
  answer: z.object({ outcome: oneOf(answerNames), yuan: z.number(), words: z.string(), at: time }).optional(),
})
/** What the rules of the next step need to know of it (deciding.ts). */
export const reliefStanding = z.object({
  committee: z.boolean(),
  decision: oneOf(decisionNames).optional(),
  answer: oneOf(answerNames).optional(),
})

export const reliefContract = {
  /** 核定: approved, with a letter to the platform; or not, with the reason. */
  'appeal.decideRelief': {
    write: true,
    input: z
      .strictObject({ ...onAppeal, approved: z.boolean(), words: words(limits.reason).default('') })
      .refine((input) => input.approved || input.words !== '', { message: 'REASON_NEEDED', path: ['words'] }),
    output: done,
  },
  /** 平台答复: `yuan` only where it waives a part. */
  'appeal.answerRelief': {
    write: true,
    input: z.strictObject({
      ...onAppeal,
      answer: oneOf(answerNames),
      yuan: yuan.optional(),
      words: words(limits.note).default(''),
    }),
    output: done,
  },
  /** How many supervision points each cause asks for, in the city of the hat. */
  'relief.rules': { write: false, input: nothing, output: rules },
  'relief.changeRules': {
    write: true,
    input: z.strictObject({ version: z.number().int().positive(), thresholds }),
    output: rules,
  },
  /** What platforms waived this month on letters of the hat's organisation. */
  'relief.figures': {
    write: false,
    input: nothing,
    output: z.object({ month: z.string(), yuan: z.number(), count: z.number().int(), at: time }),
  },
} as const satisfies Actions
