import { noDue } from '../appeal/appeal.ts'
import { beijingDate } from '../time.ts'
import type { Cause, Evidence, PaidKind } from './cause.ts'
import { type Bucket, buckets, type Transfer } from './ledger.ts'

/** Points of one bucket that were earned in one year. */
export interface Lot {
  year: number
  available: number
  held: number
}

export interface Balance {
  /** Oldest first; none without points. */
  lots: Lot[]
  /** Zero, or below: what was taken back after it had been spent (docs/decisions/26). */
  owed: number
}

/** What was paid for one thing on one day, for the limits of the rules. */
export interface Paid {
  day: string
  what: PaidKind
  points: number
}

/** Where and when something that was paid was done, for the flags of what comes after it (flags.ts). */
export interface Trace {
  /** Of the cause. */
  key: string
  kind: PaidKind
  title: string
  at: number
  stood?: Evidence['stood']
  follows?: string
}

/** How often somebody took a reward in a period (reward.ts), and whether one is on its way. */
export interface Taken {
  rewardId: string
  period: string
  count: number
  open: number
}

/** A person's points: one document, in which every transfer of theirs is written down together with it. */
export interface Account {
  /** The person's id. */
  _id: string
  /** How many transfers have been written down. */
  version: number
  buckets: Record<Bucket, Balance>
  paid: Paid[]
  /** Newest first; absent of accounts from before there were any. */
  traces?: Trace[]
  taken: Taken[]
  /** When the timer must look at it: points expire, or are about to; `noDue` when never. */
  tickAt: number
  /** The year whose points have been announced to expire. */
  announced: number
  /** Its person had everything deleted: nothing more is paid into it. */
  closed?: true
}

const emptyBalance = (): Balance => ({ lots: [], owed: 0 })

/** The account of somebody who never had any points. */
export const emptyAccount = (personId: string): Account => ({
  _id: personId,
  version: 0,
  buckets: { volunteer: emptyBalance(), supervision: emptyBalance() },
  paid: [],
  taken: [],
  tickAt: noDue,
  announced: 0,
})

export const availableOf = ({ lots }: Balance): number => lots.reduce((sum, lot) => sum + lot.available, 0)
export const heldOf = ({ lots }: Balance): number => lots.reduce((sum, lot) => sum + lot.held, 0)

/** An account after a transfer: the only way in which a balance changes. Throws where one would fall below zero. */
export function afterTransfer(account: Account, { personId, bucket, legs }: Transfer): Account {
  if (personId !== account._id) throw new Error('the transfer is about somebody else')
  const { lots, owed } = account.buckets[bucket]
  const years = new Map(lots.map((lot) => [lot.year, { ...lot }]))
  let debt = owed
  for (const { account: side, year = 0, points } of legs) {
    if (side === 'owed') debt += points
    if (side !== 'available' && side !== 'held') continue
    const lot = years.get(year) ?? { year, available: 0, held: 0 }
    lot[side] += points
    years.set(year, lot)
  }
  const left = [...years.values()].filter((lot) => lot.available !== 0 || lot.held !== 0)
  if (debt > 0 || left.some(({ available, held }) => available < 0 || held < 0))
    throw new Error('points would fall below zero')
  left.sort((a, b) => a.year - b.year)
  return {
    ...account,
    version: account.version + 1,
    buckets: { ...account.buckets, [bucket]: { lots: left, owed: debt } },
  }
}

/** All that somebody has, promised or not, of both buckets. */
export const allPoints = (account: Account): number =>
  buckets.reduce(
    (sum, bucket) => sum + availableOf(account.buckets[bucket]) + heldOf(account.buckets[bucket]),
    0,
  )

/** How long it is remembered what was paid: a month and the week before it. */
export const remembered = 40 * 86_400_000

/** Remembers what was paid on the day of a moment, or taken back from it (below zero); forgets what no limit asks for. */
export function notePaid(account: Account, what: PaidKind, points: number, at: number, now: number): Account {
  const day = beijingDate(at)
  const since = beijingDate(now - remembered)
  const before = account.paid.find((each) => each.day === day && each.what === what)?.points ?? 0
  const others = account.paid.filter((each) => each.day >= since && (each.day !== day || each.what !== what))
  const sum = Math.max(0, before + points)
  return { ...account, paid: sum > 0 ? [...others, { day, what, points: sum }] : others }
}

/** Traces that are kept: more than anybody leaves in the hours that a flag looks at. */
const tracesKept = 30

/** Remembers where and when something was done that is paid now; forgets what no flag asks for. */
export function noteTrace(account: Account, cause: Cause, now: number): Account {
  const { stood, follows } = cause.evidence ?? {}
  if (!stood && follows === undefined) return account
  const { key, kind, title, at, doneAt = at } = cause
  const trace: Trace = { key, kind, title, at: doneAt, ...(stood && { stood }), ...(follows && { follows }) }
  const traces = [trace, ...(account.traces ?? [])]
    .filter((each) => each.at >= now - remembered)
    .sort((a, b) => b.at - a.at)
    .slice(0, tracesKept)
  return { ...account, traces }
}

/** Every balance as one list, for checks: bucket, year, side. */
export function balancesOf({ buckets: all }: Pick<Account, 'buckets'>): Map<string, number> {
  const found = new Map<string, number>()
  for (const bucket of buckets) {
    if (all[bucket].owed !== 0) found.set(`${bucket} owed`, all[bucket].owed)
    for (const { year, available, held } of all[bucket].lots) {
      if (available !== 0) found.set(`${bucket} available ${year}`, available)
      if (held !== 0) found.set(`${bucket} held ${year}`, held)
    }
  }
  return found
}
