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
  words,
} from '../fields.ts'
import { tradeNames } from '../people/roles.ts'
import { causeNames } from './cause.ts'
import { isCode } from './code.ts'
import { bucketNames, transferNames } from './ledger.ts'
import { pointsLimits as most } from './limits.ts'
import { redemptionNames, redemptionSteps } from './redemption.ts'
import { reviewNames } from './review/review.ts'
import { rewardNames, stockNames } from './reward.ts'
import { tagNames } from './rules.ts'

const count = z.number().int()
const counted = (limit: number) => z.number('FIELD_INVALID').int('FIELD_INVALID').min(0).max(limit)
const atLeastOne = (limit: number) => z.number('FIELD_INVALID').int('FIELD_INVALID').min(1).max(limit)
const about = z.object({
  what: z.enum(['appeal', 'task', 'project', 'meeting', 'redemption']),
  id: z.string(),
})

const balance = z.object({ available: count, held: count, owed: count })
/** One line of the statement: what for, how it was reckoned, what came of it. */
export const entry = z.object({
  id: z.string(),
  kind: oneOf(transferNames),
  bucket: oneOf(bucketNames),
  at: time,
  title: z.string(),
  arithmetic: z.string(),
  limit: z.string().optional(),
  /** What it did to what can be spent; of a hold, below zero. */
  points: count,
  about: about.optional(),
  /** Points of it that somebody judges, or has judged: its `id` opens them. */
  held: z.object({ points: count, state: oneOf(reviewNames) }).optional(),
})
export const redemptionRow = z.object({
  id: z.string(),
  name: z.string(),
  unit: z.string(),
  kind: oneOf(rewardNames),
  photo: z.string().optional(),
  points: count,
  state: oneOf(redemptionNames),
  at: time,
  pickUp: z.string(),
  place: z.string(),
  /** Until when it can be picked up; 0 before it was approved. */
  expiresAt: time,
})
export const rewardRow = z.object({
  id: z.string(),
  name: z.string(),
  kind: oneOf(rewardNames),
  photo: z.string().optional(),
  cost: count,
  bucket: oneOf(bucketNames),
  unit: z.string(),
  left: count,
  stock: z.object({ period: oneOf(stockNames), size: count }),
  perPerson: count,
})
const multiplier = z.strictObject({
  name: said(most.name),
  factor: z.number('FIELD_INVALID').min(1).max(most.factor),
  when: z.union([
    z.strictObject({ from: counted(23), to: counted(23) }),
    z.strictObject({ tag: oneOf(tagNames) }),
  ]),
})
const rule = z.strictObject({
  what: oneOf(causeNames),
  points: counted(most.points),
  bucket: oneOf(bucketNames),
  caps: z.strictObject({
    day: atLeastOne(most.cap).optional(),
    week: atLeastOne(most.cap).optional(),
    month: atLeastOne(most.cap).optional(),
  }),
  multipliers: z.array(multiplier).max(most.multipliers),
  first: atLeastOne(most.first).optional(),
})
const rules = z.array(rule).max(Object.keys(causeNames).length)
const version = z.number().int().nonnegative()
const versionRow = z.object({
  version,
  by: z.string().optional(),
  at: time.optional(),
  words: z.string().optional(),
  changed: z.string().optional(),
})
const decided = z.array(
  z.object({ id: z.string(), state: oneOf(redemptionNames).optional(), refused: z.string().optional() }),
)
const ids = z.array(id).min(1).max(most.batch, 'TOO_MANY_AT_ONCE')
// A slip of the finger is told by the check digit, and costs no try.
const code = z.string('REDEEM_CODE_WRONG').refine(isCode, 'REDEEM_CODE_WRONG')

export const pointsContract = {
  'points.mine': {
    write: false,
    input: nothing,
    output: z.object({
      volunteer: balance,
      supervision: balance,
      expiring: z.object({ points: count, lastDay: time }).optional(),
      open: z.array(redemptionRow),
    }),
  },
  /** 流水 of a month such as 2026-12, newest first. */
  'points.statement': {
    write: false,
    input: z.strictObject({ month: z.string().regex(/^\d{4}-\d{2}$/, 'FIELD_INVALID'), cursor }),
    output: z.object({ rows: z.array(entry), next }),
  },
  /** 分怎么算: the rules that hold where the caller is registered, in numbers. */
  'points.rules': {
    write: false,
    input: nothing,
    output: z.object({ place: z.string(), rules: z.array(rule) }),
  },
  'reward.shop': {
    write: false,
    input: z.strictObject({ of: z.enum(['community', 'city']), kind: oneOf(rewardNames).optional(), cursor }),
    output: z.object({ place: named, spendable: count, rows: z.array(rewardRow), next }),
  },
  'reward.view': {
    write: false,
    input: z.strictObject({ id }),
    output: rewardRow.extend({
      words: z.string(),
      place: named,
      pickUp: z.string(),
      handedBy: z.string(),
      cancellable: z.boolean(),
      /** Days within which it is picked up once it has been approved. */
      codeDays: count,
      until: time.nullable(),
      spendable: count,
      taken: count,
      /** One of it is on its way to the caller. */
      openId: z.string().optional(),
    }),
  },
  /** 兑换: holds the points and the piece until a secretary has decided. */
  'redemption.ask': {
    write: true,
    input: z.strictObject({ rewardId: id }),
    output: z.object({ id: z.string(), state: oneOf(redemptionNames) }),
  },
  'redemption.mine': {
    write: false,
    input: z.strictObject({ cursor }),
    output: z.object({ rows: z.array(redemptionRow), next }),
  },
  'redemption.view': {
    write: false,
    input: z.strictObject({ id }),
    output: redemptionRow.extend({
      /** The code and what the picture says; once it is approved, while it can be picked up. */
      code: z.string().optional(),
      scan: z.string().optional(),
      cancellable: z.boolean(),
      steps: z.array(z.object({ action: oneOf(redemptionSteps), at: time, words: z.string() })),
    }),
  },
  'redemption.cancel': { write: true, input: z.strictObject({ id }), output: z.object({ id: z.string() }) },
  /** What waits for a decision at the hat's organisation and below, what has waited longest first. */
  'redemption.queue': {
    write: false,
    input: z.strictObject({ cursor }),
    output: z.object({
      budget: z.object({ month: z.string(), limit: count, spent: count, version }),
      rows: z.array(
        z.object({
          id: z.string(),
          name: z.string(),
          unit: z.string(),
          points: count,
          at: time,
          place: z.string(),
          trade: oneOf(tradeNames).nullable(),
          nickname: z.string().optional(),
          earned: count,
          redeemed: count,
          /** Why the caller can't approve it now; in words. */
          locked: z.string().optional(),
          /** One person has approved it and a second one is needed. */
          once: z.boolean(),
        }),
      ),
      next,
    }),
  },
  'redemption.approve': {
    write: true,
    input: z.strictObject({ ids }),
    output: z.object({ decided }),
  },
  'redemption.reject': {
    write: true,
    input: z.strictObject({ ids, words: said(most.words) }),
    output: z.object({ decided }),
  },
  'redemption.setBudget': {
    write: true,
    input: z.strictObject({ limit: counted(most.budget), version }),
    output: z.object({ limit: count, version }),
  },
  /** The clerk's look at a code, typed or scanned: who and what, before anything is handed over. */
  'redemption.check': {
    write: true,
    input: z.strictObject({
      code,
      signature: z
        .string()
        .regex(/^[0-9a-f]{32}$/, 'REDEEM_CODE_WRONG')
        .optional(),
    }),
    output: z.object({
      id: z.string(),
      name: z.string(),
      unit: z.string(),
      points: count,
      who: z.string(),
      expiresAt: time,
    }),
  },
  /** 核销: once. */
  'redemption.fulfil': {
    write: true,
    input: z.strictObject({ id, code }),
    output: z.object({ id: z.string(), at: time }),
  },
  /** What the hat's organisation offers, shown or not. */
  'reward.list': {
    write: false,
    input: z.strictObject({ shown: z.boolean().default(true), cursor }),
    output: z.object({
      rows: z.array(
        rewardRow.extend({
          words: z.string(),
          pickUp: z.string(),
          cancellable: z.boolean(),
          merchant: named.optional(),
          from: time,
          until: time.nullable(),
          shown: z.boolean(),
          version,
        }),
      ),
      next,
    }),
  },
  'reward.save': {
    write: true,
    input: z.strictObject({
      /** Absent: a new one. */
      id: id.optional(),
      version: version.default(0),
      name: said(most.name),
      kind: oneOf(rewardNames),
      words: words(most.words).default(''),
      unit: said(4),
      photo: photoFile.optional(),
      cost: atLeastOne(most.cost),
      merchantId: id.optional(),
      pickUp: said(most.pickUp),
      stock: z.strictObject({ period: oneOf(stockNames), size: counted(most.stock) }),
      perPerson: atLeastOne(most.perPerson),
      cancellable: z.boolean().default(true),
      from: time.optional(),
      until: time.nullable().default(null),
      shown: z.boolean().default(true),
    }),
    output: z.object({ id: z.string(), version }),
  },
  /** Merchants whose clerks can hand something over, for the shop of the hat's organisation. */
  'reward.merchants': {
    write: false,
    input: z.strictObject({ cursor }),
    output: z.object({ rows: z.array(named.extend({ location: z.string() })), next }),
  },
  'pointsRules.view': {
    write: false,
    input: z.strictObject({ version: version.optional() }),
    output: versionRow.extend({ place: named, isCity: z.boolean(), rules, city: rules }),
  },
  'pointsRules.versions': {
    write: false,
    input: z.strictObject({ cursor }),
    output: z.object({ rows: z.array(versionRow), next }),
  },
  /** What last month's payments would have been by changed rules; page by page, to be added up. */
  'pointsRules.preview': {
    write: false,
    input: z.strictObject({ rules, from: id.optional() }),
    output: z.object({
      month: z.string(),
      sums: z.array(z.object({ what: oneOf(causeNames), times: count, was: count, would: count })),
      from: z.string().optional(),
    }),
  },
  'pointsRules.publish': {
    write: true,
    input: z.strictObject({ version, rules, words: said(most.reason) }),
    output: z.object({ version }),
  },
  /** 对账: holds the next persons' ledger against their accounts, and says how the last night's check ended. */
  'points.reconcile': {
    write: false,
    input: z.strictObject({ after: id.optional() }),
    output: z.object({
      persons: count,
      transfers: count,
      faults: z.array(z.object({ id: z.string(), fault: z.string() })),
      after: z.string().optional(),
      nightly: z
        .object({ day: z.string(), persons: count, transfers: count, faults: count, finished: z.boolean() })
        .optional(),
    }),
  },
} as const satisfies Actions
