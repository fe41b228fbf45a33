import * as z from 'zod'
import { type Actions, cursor, id, next, oneOf, said, time } from '../fields.ts'
import { honourStates, honourSteps, publicStates } from './honour.ts'
import { honourKinds, honourLimits } from './kinds.ts'

const count = z.number().int()
const kind = oneOf(honourKinds)
const state = oneOf(honourStates)
const facts = z.object({ points: count, solved: count })
/** What everybody may read of one. */
export const honourRow = z.object({
  id: z.string(),
  kind,
  name: z.string(),
  place: z.string(),
  reason: z.string(),
  facts,
  state,
  /** Since when it is in notice, or awarded. */
  at: time,
  noticeEnds: time,
})
const answer = z.object({ id: z.string(), state })

export const honourContract = {
  /** Who is in notice, and who has been honoured; for everybody, newest first. */
  'honour.public': {
    write: false,
    input: z.strictObject({ state: z.enum(publicStates), cursor }),
    output: z.object({ rows: z.array(honourRow), next }),
  },
  /** One's own whatever became of it; of others what is public. */
  'honour.view': {
    write: false,
    input: z.strictObject({ id }),
    output: honourRow.extend({
      mine: z.boolean(),
      mayDecline: z.boolean(),
      mayObject: z.boolean(),
      objected: z.boolean(),
    }),
  },
  'honour.mine': {
    write: false,
    input: z.strictObject({ cursor }),
    output: z.object({ rows: z.array(honourRow), next }),
  },
  'honour.object': {
    write: true,
    input: z.strictObject({ id, words: said(honourLimits.words) }),
    output: answer,
  },
  'honour.decline': { write: true, input: z.strictObject({ id }), output: answer },
  /** Whom the year's ranking of the hat's area offers for an honour. */
  'honour.candidates': {
    write: false,
    input: z.strictObject({ kind, cursor }),
    output: z.object({ rows: z.array(facts.extend({ personId: z.string(), name: z.string() })), next }),
  },
  'honour.nominate': {
    write: true,
    input: z.strictObject({ kind, personId: id, reason: said(honourLimits.reason) }),
    output: answer,
  },
  /** Those of the hat's organisation and of all below it, what has waited longest first. */
  'honour.queue': {
    write: false,
    input: z.strictObject({ state, cursor }),
    output: z.object({
      rows: z.array(
        honourRow.extend({
          /** Without who said it. */
          objections: z.array(z.object({ at: time, words: z.string() })),
          log: z.array(
            z.object({ action: oneOf(honourSteps), who: z.string(), at: time, words: z.string() }),
          ),
          /** Why the caller can't take the next step; in words. */
          locked: z.string().optional(),
        }),
      ),
      next,
    }),
  },
  'honour.sign': { write: true, input: z.strictObject({ id }), output: answer },
  'honour.refuse': {
    write: true,
    input: z.strictObject({ id, words: said(honourLimits.words) }),
    output: answer,
  },
  'honour.decide': {
    write: true,
    input: z.strictObject({ id, awarded: z.boolean(), words: said(honourLimits.words) }),
    output: answer,
  },
} as const satisfies Actions
