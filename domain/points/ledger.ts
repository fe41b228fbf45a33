import type { About, CauseKind } from './cause.ts'
import type { Ranked } from './ranking/standing.ts'

/** Two kinds of points that never become each other; those for supervision count for relief alone (points.md). */
export const bucketNames = { volunteer: '志愿积分', supervision: '监督积分' } as const satisfies Record<
  string,
  string
>
export type Bucket = keyof typeof bucketNames
export const buckets = Object.keys(bucketNames) as Bucket[]

/** A person's own: to spend, promised to a redemption, owed since something paid was taken back. */
export type Side = 'available' | 'held' | 'owed'
/** Where a community's points come from and go to: entries without a stored balance, so that nobody waits for them. */
export type Counter = 'issued' | 'redeemed' | 'expired' | 'corrected' | 'surrendered'

/** A place that points are moved between; what a person has and holds is kept by the year in which it was earned. */
export type Spot = { account: 'available' | 'held'; year: number } | { account: 'owed' | Counter }

export interface Move {
  from: Spot
  to: Spot
  /** Whole points, above zero. */
  points: number
}

/** One entry (流水) of a transfer. */
export interface Leg {
  account: Side | Counter
  year?: number
  points: number
}

export const transferNames = {
  pay: '得分',
  wait: '待核对',
  reverse: '更正',
  hold: '冻结',
  release: '退回',
  spend: '兑换',
  expire: '到期',
  surrender: '注销',
} as const satisfies Record<string, string>
export type TransferKind = keyof typeof transferNames

/** All that a person reads of why points wait: flags never accuse (points.md). */
export const neutralWords = '待人工核对'

/** By which rule something was paid, and from what; so that another rule can be tried on it (preview.ts). */
export interface Basis {
  /** The organisation whose rule it was, and the version of its rules. */
  scope: string
  version: number
  stated?: number
  tags: string[]
  doneAt?: number
  rank?: number
}

/**
 * Points that moved: one document whose entries sum to zero. It is about one person and one bucket, so points can't
 * pass from one person to another, nor from one bucket into the other. Never edited, never removed.
 */
export interface Transfer {
  /** Derived from the cause: the same cause can't be booked twice. */
  _id: string
  kind: TransferKind
  personId: string
  bucket: Bucket
  /** Whose counter-accounts the other entries are. */
  communityId: string
  /** The community and its city: who sets rules there tries them on it. */
  scopes: string[]
  legs: Leg[]
  /** When what it is for happened, in milliseconds; and the month in Beijing, such as 2026-12. */
  at: number
  month: string
  cause: { key: string; kind: CauseKind; about?: About }
  /** What the person reads: what for, how it was reckoned, what is left of a limit. */
  title: string
  arithmetic: string
  limit?: string
  /** The transfer that it takes back. */
  corrects?: string
  /** Points of the same cause that wait for a person's judgement, beside what it moves (review/review.ts). */
  held?: number
  basis?: Basis
  /** The rankings have not counted it yet (ranking/counting.ts); this and where it counts are all that is ever written later. */
  toRank?: boolean
  rankedIn?: Ranked
}

/** What a transfer says beside its entries. */
export type Facts = Omit<Transfer, '_id' | 'legs' | 'month' | 'toRank' | 'rankedIn'>

/** The sum of the entries of some accounts. */
export const sumOf = (legs: readonly Leg[], ...accounts: Leg['account'][]): number =>
  legs.reduce((sum, { account, points }) => (accounts.includes(account) ? sum + points : sum), 0)
