import type { Actor } from '../../people/actor.ts'
import type { Reckoned } from '../booking.ts'
import type { Cause } from '../cause.ts'
import type { Found } from '../flags.ts'
import { neutralWords } from '../ledger.ts'

/** How far a held payment has come, as the person reads it: never an accusation. */
export const reviewNames = {
  waiting: neutralWords,
  denied: '核对后没发',
  appealed: `申诉了，${neutralWords}`,
  paid: '核对后发了',
  upheld: '申诉后还是没发',
  dropped: '不用核对了',
} as const satisfies Record<string, string>
export type ReviewState = keyof typeof reviewNames

interface Step {
  name: string
  from: readonly ReviewState[]
  to: ReviewState
}

/** The one table of what is possible in which state; screens and functions ask it. */
export const reviewSteps = {
  hold: { name: '先放着', from: [], to: 'waiting' },
  pay: { name: '照发', from: ['waiting', 'appealed'], to: 'paid' },
  deny: { name: '不发', from: ['waiting'], to: 'denied' },
  /** Once: what was decided after it stands. */
  appeal: { name: '申诉', from: ['denied'], to: 'appealed' },
  uphold: { name: '还是不发', from: ['appealed'], to: 'upheld' },
  /** What it was for is taken back, or the person is gone: nothing is left to judge. */
  drop: { name: '不用核对', from: ['waiting', 'denied', 'appealed'], to: 'dropped' },
} as const satisfies Record<string, Step>
export type ReviewAction = keyof typeof reviewSteps

/** Whether an action exists from a state at all, whoever asks. */
export const fitsReview = (action: ReviewAction, state: ReviewState): boolean =>
  (reviewSteps[action].from as readonly ReviewState[]).includes(state)

/** States in which somebody has to judge. */
export const judged = ['waiting', 'appealed'] as const satisfies ReviewState[]
export type Judged = (typeof judged)[number]

export interface ReviewEvent {
  /** Derived from the request: the same one is carried out once. */
  key: string
  action: ReviewAction
  actor: Actor
  at: number
  words: string
}

/**
 * A payment that waits for a person's judgement (待人工核对), with why, and its log. It is written in the transaction
 * that would have paid; the transfer of its id stands in the ledger in the place of the payment, so that a cause leads
 * to one of the two and never to both. Times in milliseconds.
 */
export interface Review {
  /** Of the transfer that waits, or that paid what lies below the limit. */
  _id: string
  personId: string
  cause: Cause
  /** What is paid when it is judged so. */
  reckoned: Reckoned
  /** Only what lies above a limit waits; the rest is paid. */
  inPart: boolean
  flags: Found[]
  /** Whose officers judge; for an appeal others of them, or who is above. */
  organisation: { id: string; name: string }
  scopes: string[]
  /** Whom it is about beside the person: they don't judge. */
  concerned: string[]
  state: ReviewState
  /** Since when it has been in that state. */
  since: number
  log: ReviewEvent[]
  /** States of which the person has not been told yet; the timer takes them away. */
  outbox: { state: ReviewState; at: number }[]
  /** When the timer must look at it; `noDue` when never. */
  tickAt: number
  createdAt: number
  version: number
}
