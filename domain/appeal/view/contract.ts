import * as z from 'zod'
import { named, oneOf, time } from '../../fields.ts'
import { relations } from '../../permission.ts'
import { reliefCaseView, reliefFacts, reliefStanding } from '../../relief/contract.ts'
import { doubt } from '../../safety/contract.ts'
import { answerNames, channelNames, kindNames } from '../names.ts'
import { appealRow, terms } from '../row/contract.ts'
import { appealActions, appealStates, outcomeNames } from '../states.ts'

/** Why an organisation has it. */
export const dispatch = z.object({
  ruleId: z.string(),
  ruleNumber: z.number().int(),
  ruleVersion: z.number().int(),
  reason: z.string(),
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
  /** Of a warning that nobody has accepted: the post of who was called besides, or that there was nobody to tell. */
  called: z.string().optional(),
  nobody: z.boolean().optional(),
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
    terms: terms.optional(),
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
  /** For those who handle it: what a person must look at, and what they have kept from others. */
  doubts: z.array(doubt).optional(),
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
