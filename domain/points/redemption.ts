import type { Actor } from '../people/actor.ts'
import type { Trade } from '../people/roles.ts'
import type { Bucket } from './ledger.ts'
import type { RewardKind } from './reward.ts'

export const redemptionNames = {
  pending: '等批准',
  approved: '可以领了',
  fulfilled: '领到了',
  rejected: '没批',
  cancelled: '不要了',
  expired: '过期退回',
} as const satisfies Record<string, string>
export type RedemptionState = keyof typeof redemptionNames

interface Step {
  name: string
  from: readonly RedemptionState[]
  /** `same`: above the limit the first of two approvals leaves it pending. */
  to: readonly (RedemptionState | 'same')[]
}

/** The one table of what is possible in which state (points.md, Redemption); screens and functions ask it. */
export const redemptionSteps = {
  ask: { name: '申请', from: [], to: ['pending'] },
  approve: { name: '批准', from: ['pending'], to: ['approved', 'same'] },
  reject: { name: '不批', from: ['pending'], to: ['rejected'] },
  fulfil: { name: '核销', from: ['approved'], to: ['fulfilled'] },
  cancel: { name: '不要了', from: ['pending', 'approved'], to: ['cancelled'] },
  expire: { name: '过期', from: ['approved'], to: ['expired'] },
  /** The person has everything about them deleted: whatever the reward says, it goes back. */
  leave: { name: '注销', from: ['pending', 'approved'], to: ['cancelled'] },
} as const satisfies Record<string, Step>
export type RedemptionAction = keyof typeof redemptionSteps

/** Whether an action exists from a state at all, whoever asks. */
export const fitsRedemption = (action: RedemptionAction, state: RedemptionState): boolean =>
  (redemptionSteps[action].from as readonly RedemptionState[]).includes(state)

/** States of which the person is told; what they did themselves they know. */
const told = ['approved', 'fulfilled', 'rejected', 'expired'] as const satisfies RedemptionState[]
export type ToldState = (typeof told)[number]
export const isTold = (state: RedemptionState): state is ToldState =>
  (told as readonly RedemptionState[]).includes(state)

/** Points and stock are still bound. */
export const isOpenRedemption = (state: RedemptionState): boolean =>
  state === 'pending' || state === 'approved'

export interface RedemptionEvent {
  /** Derived from the request: the same one is carried out once. */
  key: string
  action: RedemptionAction
  actor: Actor
  at: number
  words: string
}

/** What a secretary sees of a person before they decide, as it stood when it was asked for. */
export interface History {
  trade: Trade | null
  /** What they call themselves. */
  nickname?: string
  /** Points that were paid to them in the 40 days before. */
  earned: number
  /** How often they have redeemed something in the present periods. */
  redeemed: number
}

/** One piece of one reward for one person, from asked to handed over, with its log. Times in milliseconds. */
export interface Redemption {
  _id: string
  personId: string
  reward: { id: string; name: string; kind: RewardKind; unit: string; photo?: string }
  points: number
  bucket: Bucket
  /** Whose shop it is: its secretary decides, and its budget pays. */
  organisation: { id: string; name: string }
  scopes: string[]
  /** Whose clerks hand it over. */
  handedBy: { id: string; name: string }
  pickUp: string
  cancellable: boolean
  /** The period whose stock and limit it counts into. */
  period: string
  state: RedemptionState
  /** Points or stock are bound by it. */
  open: boolean
  history: History
  /** Made when it is asked for, shown once it is approved. */
  code: string
  secret: string
  /** Until when it can be picked up; 0 before it was approved. */
  expiresAt: number
  /** Who approved so far; above the limit it takes two. */
  approvedBy: string[]
  log: RedemptionEvent[]
  /** The person may not have been told yet of the state that it is in; absent of those from before it was kept. */
  untold?: boolean
  /** When the timer must look at it; `noDue` when never. */
  tickAt: number
  createdAt: number
  updatedAt: number
  version: number
}
