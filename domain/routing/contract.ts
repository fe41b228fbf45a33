import * as z from 'zod'
import { categories } from '../appeal/categories.ts'
import { departmentNames } from '../appeal/departments.ts'
import { kindNames, urgencyNames } from '../appeal/names.ts'
import { levelNames } from '../appeal/routing.ts'
import { type Actions, cursor, id, named, next, oneOf, said, time } from '../fields.ts'
import { tradeNames } from '../people/roles.ts'
import { committeeNames } from '../place/organisation.ts'
import { routingLimits } from './limits.ts'

const level = z.enum(['district', 'city'])
const target = z.discriminatedUnion('body', [
  z.strictObject({ body: z.enum(['community', 'street', 'district']) }),
  z.strictObject({
    body: z.literal('tradeCommittee'),
    trade: z.enum(['ownTrade', ...(Object.keys(committeeNames) as (keyof typeof committeeNames)[])]),
    level,
  }),
  z.strictObject({ body: z.literal('newSectorCommittee'), level }),
  z.strictObject({
    body: z.literal('department'),
    department: oneOf(departmentNames),
    level: z.enum(['street', 'district', 'city']),
  }),
  z.strictObject({ body: z.literal('organisation'), id }),
])
const some = <T extends string>(names: Record<T, string>) => z.array(oneOf(names)).max(60).optional()
const rule = z.strictObject({
  id,
  name: said(routingLimits.name),
  when: z.strictObject({
    kinds: some(kindNames),
    categories: z.array(z.enum(categories)).max(60).optional(),
    trades: some(tradeNames),
    urgencies: some(urgencyNames),
    placeKnown: some(levelNames),
    areas: z.array(id).max(routingLimits.areas).optional(),
  }),
  to: target,
  assist: z.array(target).max(routingLimits.assist).optional(),
  reason: said(routingLimits.reason),
  confidential: z.boolean().optional(),
})
const rules = z.array(rule).max(routingLimits.rules, 'RULES_FULL')
const version = z.number().int().positive()
const versionRow = z.object({
  version,
  /** Who put it in force: name and post; absent of the rules that the city came with. */
  by: z.string().optional(),
  at: time.optional(),
  words: z.string().optional(),
  /** What it changed, in words. */
  changed: z.string().optional(),
})
const facts = {
  kind: oneOf(kindNames),
  category: z.enum(categories),
  urgency: oneOf(urgencyNames),
  trade: oneOf(tradeNames),
}

export const routingContract = {
  'routing.view': {
    write: false,
    /** The rules of the city that an organisation lies in; those in force unless a version is asked for. */
    input: z.strictObject({ organisationId: id, version: version.optional() }),
    output: versionRow.extend({
      city: named,
      /** The version in force. */
      inForce: version,
      rules: z.array(rule),
      /** The organisations that the rules name. */
      organisations: z.array(named.extend({ active: z.boolean() })),
      mayPublish: z.boolean(),
    }),
  },
  'routing.versions': {
    write: false,
    input: z.strictObject({ organisationId: id, cursor }),
    /** Newest first. */
    output: z.object({ rows: z.array(versionRow), next }),
  },
  'routing.dryRun': {
    write: false,
    input: z.strictObject({
      organisationId: id,
      ...facts,
      area: id,
      /** Changed rules instead of those in force. */
      rules: rules.optional(),
    }),
    output: z.object({
      steps: z.array(
        z.object({
          number: z.number().int(),
          name: z.string(),
          outcome: z.enum(['fires', 'misfit', 'notReached']),
          why: z.string(),
        }),
      ),
      tried: z.array(
        z.object({ name: z.string(), outcome: z.enum(['takes', 'missing', 'closed', 'notReached']) }),
      ),
      organisation: named.optional(),
      reason: z.string(),
      confidential: z.boolean(),
      assistants: z.array(z.string()),
    }),
  },
  'routing.trial': {
    write: false,
    input: z.strictObject({ organisationId: id, rules, cursor }),
    output: z.object({
      checked: z.number().int(),
      /** When the last one that was looked at was sent; what is left is older. */
      reached: time,
      moves: z.array(
        z.object({ category: z.enum(categories), from: named, to: named, count: z.number().int() }),
      ),
      examples: z.array(
        z.object({ number: z.string(), title: z.string(), from: z.string(), to: z.string() }),
      ),
      next,
    }),
  },
  'routing.publish': {
    write: true,
    input: z.strictObject({
      organisationId: id,
      /** The version that was in force when the rules were changed. */
      version,
      rules,
      words: said(routingLimits.words),
      /** The version that is put in force again, when it is one. */
      restored: version.optional(),
    }),
    output: z.object({ version }),
  },
} as const satisfies Actions
