import { Refusal } from '../errors.ts'
import { type Account, afterTransfer, availableOf, notePaid, noteTrace } from './account.ts'
import type { Cause, PaidKind, Reversal } from './cause.ts'
import { aliveLots, lotYear, nextTick, oldestAlive, spendable } from './expiry.ts'
import {
  type Basis,
  type Bucket,
  buckets,
  type Facts,
  type Move,
  neutralWords,
  sumOf,
  type Transfer,
} from './ledger.ts'
import type { CapPeriod } from './rules.ts'
import { transferOf } from './transfer.ts'

/** A transfer, and the account after it: saved together. */
export interface Booking {
  transfer: Transfer
  account: Account
}

/** What a rule makes of a cause (reckoning.ts). */
export interface Reckoned {
  points: number
  bucket: Bucket
  arithmetic: string
  limit?: string
  basis?: Basis
  /** What was promised and lies above a limit: a person judges about it. */
  above?: Above
}

/** The part of a promise that lies above a limit, and the sum without the limit. */
export interface Above {
  points: number
  arithmetic: string
  period: CapPeriod
  most: number
}

const booked = (before: Account, transfer: Transfer): Booking => {
  const account = afterTransfer(before, transfer)
  return { transfer, account: { ...account, tickAt: nextTick(account) } }
}

/**
 * Pays what was reckoned; what is owed is settled first. Nothing to pay is written down too: the person sees why. `held`:
 * how many points of the same cause wait for a person's judgement.
 */
export function pay(account: Account, cause: Cause, reckoned: Reckoned, now: number, held?: number): Booking {
  const { points, bucket, arithmetic, limit, basis } = reckoned
  const debt = Math.min(points, -account.buckets[bucket].owed)
  const moves: Move[] = []
  if (debt > 0) moves.push({ from: { account: 'issued' }, to: { account: 'owed' }, points: debt })
  if (points > debt)
    moves.push({
      from: { account: 'issued' },
      to: { account: 'available', year: lotYear(cause.at, now) },
      points: points - debt,
    })
  const { key, kind, personId, communityId, cityId, title, at, about } = cause
  const transfer = transferOf(
    {
      kind: 'pay',
      personId,
      bucket,
      communityId,
      scopes: [...new Set([communityId, cityId])],
      at,
      cause: { key, kind, ...(about && { about }) },
      title,
      arithmetic: debt > 0 ? `${arithmetic}，补上欠的 ${debt} 分` : arithmetic,
      ...(limit !== undefined && { limit }),
      ...(basis && { basis }),
      ...(held !== undefined && { held }),
    },
    moves,
  )
  return booked(noteTrace(notePaid(account, kind, points, at, now), cause, now), transfer)
}

/** Writes down that points wait for a person's judgement, in the place of their payment: nothing moves. */
export function wait(account: Account, cause: Cause, { points, bucket }: Reckoned): Booking {
  const { key, kind, personId, communityId, title, at, about } = cause
  const facts: Facts = {
    kind: 'wait',
    personId,
    bucket,
    communityId,
    scopes: [],
    at,
    cause: { key, kind, ...(about && { about }) },
    title,
    arithmetic: neutralWords,
    held: points,
  }
  return booked(account, transferOf(facts, []))
}

/**
 * Takes a payment back: from what is there, the same year's first, then the oldest; what is not there any more is owed
 * and settled by what comes next. What is promised to a redemption stays promised.
 */
export function reverse(account: Account, paid: Transfer, reversal: Reversal, now: number): Booking {
  const { bucket } = paid
  const paidYear = paid.legs.find(({ account: side }) => side === 'available')?.year
  const lots = [...account.buckets[bucket].lots].sort(
    (a, b) => Number(b.year === paidYear) - Number(a.year === paidYear) || a.year - b.year,
  )
  const points = -sumOf(paid.legs, 'issued')
  const moves: Move[] = []
  let left = points
  for (const { year, available } of lots) {
    const taken = Math.min(left, available)
    if (taken === 0) continue
    moves.push({ from: { account: 'available', year }, to: { account: 'corrected' }, points: taken })
    left -= taken
  }
  if (left > 0) moves.push({ from: { account: 'owed' }, to: { account: 'corrected' }, points: left })
  const { key, personId, title, at, about } = reversal
  const transfer = transferOf(
    {
      kind: 'reverse',
      personId,
      bucket,
      communityId: paid.communityId,
      scopes: paid.scopes,
      at,
      cause: { key, kind: 'reversal', ...(about && { about }) },
      title,
      arithmetic: left > 0 ? `收回 ${points} 分，不够的 ${left} 分下次补` : `收回 ${points} 分`,
      corrects: paid._id,
    },
    moves,
  )
  // Every payment has one of the kinds that are paid for.
  return booked(notePaid(account, paid.cause.kind as PaidKind, -points, paid.at, now), transfer)
}

type Redeeming = Omit<Facts, 'kind' | 'bucket' | 'at'>

/** Promises points to a redemption, the oldest first. Refuses more than there are. */
export function hold(
  account: Account,
  facts: Redeeming,
  { points, bucket }: { points: number; bucket: Bucket },
  now: number,
): Booking {
  const there = spendable(account, bucket, now)
  if (there < points) throw new Refusal('POINTS_SHORT', { there, lack: points - there })
  const moves: Move[] = []
  let left = points
  for (const lot of aliveLots(account, bucket, now)) {
    const taken = Math.min(left, lot.points)
    if (taken === 0) break
    moves.push({
      from: { account: 'available', year: lot.year },
      to: { account: 'held', year: lot.year },
      points: taken,
    })
    left -= taken
  }
  return booked(account, transferOf({ ...facts, kind: 'hold', bucket, at: now }, moves))
}

/** Gives back what was promised. Points whose year ended meanwhile come back as the oldest that are alive. */
export function release(account: Account, held: Transfer, facts: Redeeming, now: number): Booking {
  const moves = heldLegs(held).map(
    ({ year, points }): Move => ({
      from: { account: 'held', year },
      to: { account: 'available', year: Math.max(year, oldestAlive(now)) },
      points,
    }),
  )
  return booked(
    account,
    transferOf({ ...facts, kind: 'release', bucket: held.bucket, at: now, corrects: held._id }, moves),
  )
}

/** What was promised is handed over. */
export function spend(account: Account, held: Transfer, facts: Redeeming, now: number): Booking {
  const moves = heldLegs(held).map(
    ({ year, points }): Move => ({
      from: { account: 'held', year },
      to: { account: 'redeemed' },
      points,
    }),
  )
  return booked(account, transferOf({ ...facts, kind: 'spend', bucket: held.bucket, at: now }, moves))
}

const heldLegs = ({ legs }: Transfer): { year: number; points: number }[] =>
  legs.flatMap(({ account, year = 0, points }) => (account === 'held' ? [{ year, points }] : []))

/** 注销: what is left of a bucket goes; undefined when nothing is. */
export function surrender(account: Account, bucket: Bucket, now: number): Booking | undefined {
  if (availableOf(account.buckets[bucket]) === 0) return undefined
  const moves = account.buckets[bucket].lots.flatMap(({ year, available }): Move[] =>
    available > 0
      ? [{ from: { account: 'available', year }, to: { account: 'surrendered' }, points: available }]
      : [],
  )
  const facts: Facts = {
    kind: 'surrender',
    personId: account._id,
    bucket,
    communityId: '',
    scopes: [],
    at: now,
    cause: { key: `deletion:${account._id}:${bucket}`, kind: 'deletion' },
    title: '注销',
    arithmetic: '注销时清零',
  }
  return booked(account, transferOf(facts, moves))
}

/** All that is left goes, one bucket after the other. */
export function surrenderAll(account: Account, now: number): Booking[] {
  const bookings: Booking[] = []
  let current = account
  for (const bucket of buckets) {
    const booking = surrender(current, bucket, now)
    if (!booking) continue
    bookings.push(booking)
    current = booking.account
  }
  return bookings
}
