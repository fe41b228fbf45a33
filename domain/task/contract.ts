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
import { point } from '../place/contract.ts'
import { taskKeys } from '../settings/settings.ts'
import { dutyTags, proofs, taskKinds } from './kinds.ts'
import { taskLimits } from './limits.ts'
import { claimStates, taskStates } from './task.ts'

const count = (least: number, most: number) => z.number('FIELD_INVALID').int().min(least).max(most)
const { radius } = taskLimits
const photos = z.array(photoFile).max(taskLimits.photos, 'TOO_MANY_PHOTOS')

/** What the publisher says of a task. */
export const taskPlan = z.strictObject({
  title: said(taskLimits.title),
  words: words(taskLimits.words).default(''),
  kind: oneOf(taskKinds),
  tags: z.array(oneOf(dutyTags)).max(5).default([]),
  place: z.strictObject({ name: said(40), point: point.nullable().default(null) }),
  radius: count(radius.least, radius.most).default(radius.usual),
  from: time,
  to: time,
  repeat: z.enum(['none', 'weekly']).default('none'),
  places: count(1, taskLimits.places),
  points: count(0, taskLimits.points),
  proof: z.array(oneOf(proofs)).max(3).default([]),
  memberDays: count(0, taskLimits.memberDays).default(0),
  muster: z.boolean().default(false),
})
const beneficiary = z.strictObject({
  /** What to call them, such as 王奶奶. */
  name: said(20),
  address: said(100),
  phone: z.string().trim().max(20).default(''),
})

export const taskRow = z.object({
  id: z.string(),
  title: z.string(),
  kind: oneOf(taskKinds),
  state: oneOf(taskStates),
  organisation: named,
  team: named.optional(),
  place: z.object({ name: z.string(), point: point.optional() }),
  /** Metres from where the caller is, when they said so. */
  metres: z.number().int().optional(),
  from: time,
  to: time,
  points: z.number().int(),
  places: z.number().int(),
  /** Places that nobody has. */
  left: z.number().int(),
  muster: z.boolean(),
  /** What the caller has of it. */
  mine: oneOf(claimStates).optional(),
})

const claimView = z.object({
  id: z.string(),
  name: z.string(),
  state: oneOf(claimStates),
  at: time,
  mine: z.boolean(),
  checkIn: z
    .object({ at: time, by: z.enum(['code', 'place', 'photo', 'organiser']), metres: z.number().optional() })
    .optional(),
  proof: z.object({ at: time, photos: z.array(z.string()), words: z.string() }).optional(),
  verdict: z.object({ at: time, by: z.string(), accepted: z.boolean(), words: z.string() }).optional(),
  spot: z.enum(['open', 'accepted', 'rejected']).optional(),
})

/** What its city said otherwise than the standard when it was made. */
const terms = z.partialRecord(z.enum(taskKeys), z.number().int())

export const taskView = taskRow.extend({
  terms: terms.optional(),
  version: z.number().int(),
  words: z.string(),
  tags: z.array(oneOf(dutyTags)),
  radius: z.number().int(),
  repeat: z.enum(['none', 'weekly']),
  proof: z.array(oneOf(proofs)),
  memberDays: z.number().int(),
  publishedBy: z.string(),
  hasBeneficiary: z.boolean(),
  /** How many wait, and where the caller stands in that list (from 1). */
  waiting: z.number().int(),
  place: z.object({ name: z.string(), point: point.optional() }),
  queue: z.object({ position: z.number().int(), offeredUntil: time.optional() }).optional(),
  /** The caller's own place. */
  claim: claimView.extend({ until: time.optional(), releasableUntil: time.optional() }).optional(),
  /** How many of the group chat that the caller came from have a place; absent without one. */
  ofGroup: z.number().int().optional(),
  /** Whether the caller rides at that time, by what they said (志愿与业务两不误). */
  whileRiding: z.boolean().optional(),
  /** All places, for those who organise it. */
  claims: z.array(claimView).optional(),
  /** Of a muster: how many come and how many said that they don't. */
  coming: z.object({ yes: z.number().int(), no: z.number().int() }).optional(),
  may: z.object({ organise: z.boolean(), verify: z.boolean() }),
})

/** Of ten digits, as it is printed or read aloud. */
const thanksCode = z.string().trim().max(20)

const done = z.object({ id: z.string() })
const claimed = z.object({
  id: z.string(),
  claimId: z.string(),
  state: oneOf(claimStates),
  until: time.optional(),
})
const page = z.object({ rows: z.array(taskRow), next })
const verdicts = z
  .array(z.strictObject({ claimId: id, accepted: z.boolean(), words: words(200).default('') }))
  .min(1)
  .max(taskLimits.places)

/**
 * Work that waits for somebody to look at it. `locked`: why the reader may not: their own, somebody who verified theirs
 * today, or what they verified themselves.
 */
const workItem = z.object({
  task: z.object({ id: z.string(), title: z.string(), kind: oneOf(taskKinds), from: time, to: time }),
  claims: z.array(claimView.extend({ locked: z.enum(['own', 'judged']).optional() })),
})
/** A task on the organisers' board: how many came, and the names of those who are missing once it has begun. */
const boardRow = taskRow.extend({ came: z.number().int(), absent: z.array(z.string()) })

/** Work that was verified, and how long it took, in minutes. */
export const taskDone = taskRow
  .pick({ id: true, title: true, kind: true, from: true, to: true, organisation: true })
  .extend({ minutes: z.number().int() })

export const taskContract = {
  /** Near a position, of the caller's community, or of their teams. */
  'task.list': {
    write: false,
    input: z.strictObject({
      of: z.enum(['near', 'community', 'team']),
      position: point.optional(),
      /** For whoever has not registered anywhere. */
      communityId: id.optional(),
      kind: oneOf(taskKinds).optional(),
      sort: z.enum(['time', 'distance', 'points']).default('time'),
      cursor,
    }),
    output: page,
  },
  /** What the caller has a place of: what is ahead or under way, or what is over. */
  'task.mine': {
    write: false,
    input: z.strictObject({ over: z.boolean().default(false), cursor }),
    output: page.extend({ waiting: z.array(taskRow) }),
  },
  /** Verified work of the caller, and with the first page the sums of each year; minutes. */
  'task.record': {
    write: false,
    input: z.strictObject({ cursor }),
    output: z.object({
      rows: z.array(taskDone),
      next,
      years: z.array(
        z.object({ year: z.number().int(), count: z.number().int(), minutes: z.number().int() }),
      ),
    }),
  },
  'task.view': { write: false, input: z.strictObject({ id, position: point.optional() }), output: taskView },
  'task.claim': { write: true, input: z.strictObject({ id }), output: claimed },
  'task.wait': {
    write: true,
    input: z.strictObject({ id }),
    output: z.object({ id: z.string(), position: z.number().int() }),
  },
  /** Gives back a place, or leaves the waiting list. */
  'task.release': {
    write: true,
    input: z.strictObject({ id }),
    output: z.object({ id: z.string(), late: z.boolean() }),
  },
  'task.checkIn': {
    write: true,
    input: z.strictObject({ id, code: z.string().max(12).optional(), position: point.optional() }),
    output: done,
  },
  'task.submit': {
    write: true,
    input: z.strictObject({ id, photos: photos.default([]), words: words(taskLimits.words).default('') }),
    output: done,
  },
  /** 发到群: the card that shows how many places are taken. */
  'task.share': {
    write: true,
    input: z.strictObject({ id }),
    output: z.object({
      activityId: z.string(),
      joined: z.number().int(),
      limit: z.number().int(),
    }),
  },
  /** Of a muster: 不来. 来 is a claim. */
  'task.decline': { write: true, input: z.strictObject({ id }), output: done },
  /** Whom the errand is for: only for who holds its place, in its window; each look is written down. */
  'task.beneficiary': { write: true, input: z.strictObject({ id }), output: beneficiary },
  /** What is given to the beneficiary, so that they can say thank you. */
  'task.thanksCode': { write: false, input: z.strictObject({ id }), output: z.object({ code: z.string() }) },
  'task.thanked': {
    write: false,
    input: z.strictObject({ code: thanksCode }),
    output: z.object({ title: z.string(), organisation: z.string(), given: z.boolean() }),
  },
  'task.thank': {
    write: true,
    input: z.strictObject({ code: thanksCode, words: words(100).default('') }),
    output: z.object({}),
  },
  // For those who organise.
  'task.board': {
    write: false,
    input: z.strictObject({ state: z.enum(['draft', 'open', 'over', 'cancelled']).default('open'), cursor }),
    output: z.object({ rows: z.array(boardRow), next }),
  },
  /** Teams that the organisation can ask: its own, and those of what it lies in. */
  'task.teams': {
    write: false,
    input: z.strictObject({ cursor }),
    output: z.object({
      rows: z.array(z.object({ id: z.string(), name: z.string(), location: z.string() })),
      next,
    }),
  },
  'task.create': {
    write: true,
    input: z.strictObject({
      plan: taskPlan,
      teamId: id.optional(),
      beneficiary: beneficiary.optional(),
      publish: z.boolean(),
    }),
    output: done,
  },
  'task.edit': {
    write: true,
    input: z.strictObject({
      id,
      version: z.number().int(),
      plan: taskPlan,
      /** Another door, or other words to find it; left out, it stays as it is. */
      beneficiary: beneficiary.optional(),
      publish: z.boolean().default(false),
    }),
    output: done,
  },
  'task.cancel': { write: true, input: z.strictObject({ id, words: said(200) }), output: done },
  /** The codes of the next minutes. */
  'task.codes': {
    write: false,
    input: z.strictObject({ id }),
    output: z.object({
      title: z.string(),
      place: z.string(),
      from: time,
      to: time,
      terms: terms.optional(),
      codes: z.array(z.object({ code: z.string(), from: time })),
      claims: z.array(claimView),
      places: z.number().int(),
    }),
  },
  'task.checkInFor': { write: true, input: z.strictObject({ id, claimId: id }), output: done },
  'task.toVerify': {
    write: false,
    input: z.strictObject({ cursor }),
    output: z.object({ rows: z.array(workItem), next }),
  },
  'task.verify': { write: true, input: z.strictObject({ id, verdicts }), output: done },
  /** The tenth that is looked at again. */
  'task.spots': {
    write: false,
    input: z.strictObject({ cursor }),
    output: z.object({ rows: z.array(workItem), next }),
  },
  'task.spotCheck': {
    write: true,
    input: z.strictObject({ id, claimId: id, accepted: z.boolean(), words: words(200).default('') }),
    output: done,
  },
  /** Who claimed and did not come: how often lately, and until when they are paused. */
  'task.absent': {
    write: false,
    input: z.strictObject({ id }),
    output: z.object({
      people: z.array(
        z.object({
          personId: z.string(),
          name: z.string(),
          missed: z.number().int(),
          pausedUntil: time.optional(),
        }),
      ),
    }),
  },
  'volunteer.view': {
    write: false,
    input: nothing,
    output: z.object({
      tags: z.array(oneOf(dutyTags)),
      riding: z.array(z.object({ from: z.number().int(), to: z.number().int() })),
      pausedUntil: time.optional(),
    }),
  },
  'volunteer.save': {
    write: true,
    input: z.strictObject({
      tags: z.array(oneOf(dutyTags)).max(5),
      riding: z.array(z.strictObject({ from: count(0, 1439), to: count(0, 1439) })).max(6),
    }),
    output: z.object({}),
  },
  /** Lifts a pause; `taskId`: the task in whose list it was done, which the person's inbox item opens. */
  'volunteer.forgive': {
    write: true,
    input: z.strictObject({ personId: id, taskId: id }),
    output: z.object({}),
  },
} as const satisfies Actions
