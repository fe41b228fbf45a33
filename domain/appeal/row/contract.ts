import * as z from 'zod'
import { named, oneOf, time } from '../../fields.ts'
import { tradeNames } from '../../people/roles.ts'
import { appealKeys } from '../../settings/settings.ts'
import { categories } from '../categories.ts'
import { identityNames, kindNames, urgencyNames } from '../names.ts'
import { appealStates, outcomeNames } from '../states.ts'

/** What its city said otherwise than the standard when it was sent. */
export const terms = z.partialRecord(z.enum(appealKeys), z.number().int())

/** An appeal as lists show it. */
export const appealRow = z.object({
  terms: terms.optional(),
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
  /** For those who handle it: a person must look at something that was said in it (safety/seeing.ts). */
  doubtful: z.boolean().optional(),
})
