import { noDue } from '../../appeal/appeal.ts'
import { Refusal } from '../../errors.ts'
import { actorOf } from '../../people/actor.ts'
import type { Caller } from '../../people/roles.ts'
import type { Account } from '../account.ts'
import { type Booking, pay, type Reckoned, reverse, wait } from '../booking.ts'
import type { Cause, Reversal } from '../cause.ts'
import { type Found, flagsOf, type Reused } from '../flags.ts'
import { sumOf, type Transfer } from '../ledger.ts'
import { fitsReview, type Review, type ReviewAction, reviewNames, reviewSteps } from './review.ts'

/** Who takes a step on a held payment, when, under which key of the request. */
export interface ReviewAttempt {
  caller: Caller | 'clock'
  now: number
  key: string
}

/** Whose officers judge. */
export interface Judging {
  _id: string
  name: string
  ancestors: readonly string[]
}

/** What a step leaves: the held payment, and what is booked with it. */
export interface Reviewed {
  review: Review
  bookings: Booking[]
}

/** The key under which what was judged is paid. */
export const judgedKey = (causeKey: string): string => `${causeKey}:judged`

/** What becomes of a cause: it is paid, or it waits for a person, or the part of a promise above a limit waits. */
export type Outcome = { booking: Booking; held?: (place: Judging) => Review }

/** Pays a cause, unless a flag is found: then it is held, by the same rules and for the same sum. */
export function settle(
  account: Account,
  cause: Cause,
  reckoned: Reckoned,
  reused: readonly Reused[],
  now: number,
): Outcome {
  const { above, ...below } = reckoned
  const found = flagsOf(cause, account, { above, reused })
  const inPart = found.every(({ flag }) => flag === 'aboveCap')
  const waiting = inPart ? (above && partOf(below, above)) || undefined : wholeOf(reckoned)
  if (found.length === 0 || !waiting || waiting.points === 0)
    return { booking: pay(account, cause, below, now) }
  const booking = inPart ? pay(account, cause, below, now, waiting.points) : wait(account, cause, waiting)
  return {
    booking,
    held: (place) => held(booking.transfer._id, cause, waiting, { found, inPart, place, now }),
  }
}

// A limit is no reason any more once a person judges: what was promised is paid whole.
function wholeOf({ above, ...reckoned }: Reckoned): Reckoned {
  return above
    ? { ...reckoned, points: reckoned.points + above.points, arithmetic: above.arithmetic }
    : reckoned
}

// Without a basis: what a person judged is not what other rules would have paid (preview.ts).
const partOf = ({ bucket }: Reckoned, { points }: NonNullable<Reckoned['above']>): Reckoned => ({
  points,
  bucket,
  arithmetic: `${points} 分`,
})

function held(
  id: string,
  cause: Cause,
  reckoned: Reckoned,
  { found, inPart, place, now }: { found: Found[]; inPart: boolean; place: Judging; now: number },
): Review {
  const { confidentialTo, mutual } = cause.evidence ?? {}
  return {
    _id: id,
    personId: cause.personId,
    cause,
    reckoned,
    inPart,
    flags: found,
    organisation: { id: place._id, name: place.name },
    scopes: confidentialTo === undefined ? [place._id, ...place.ancestors] : [place._id],
    concerned: mutual && found.some(({ flag }) => flag === 'pair') ? [mutual.verifierId] : [],
    state: 'waiting',
    since: now,
    log: [{ key: `hold-${id}`, action: 'hold', actor: actorOf('clock'), at: now, words: '' }],
    outbox: [{ state: 'waiting', at: now }],
    tickAt: now,
    createdAt: now,
    version: 1,
  }
}

/** Why somebody can't judge a held payment: it is their own, they verified it, or they have judged it before. */
export function lockOf(
  { personId, concerned, log }: Review,
  caller: string,
): 'REVIEW_OWN' | 'REVIEW_ANOTHER' | undefined {
  if (personId === caller) return 'REVIEW_OWN'
  const before = log.some(({ action, actor }) => action === 'deny' && actor.personId === caller)
  return before || concerned.includes(caller) ? 'REVIEW_ANOTHER' : undefined
}

/** 照发, 不发: by somebody whom it does not concern; after an appeal by somebody else, and finally. */
export function judge(
  account: Account,
  review: Review,
  { pays, words }: { pays: boolean; words: string },
  attempt: ReviewAttempt & { caller: Caller },
): Reviewed {
  const locked = lockOf(review, attempt.caller.personId)
  if (locked) throw new Refusal(locked)
  if (!pays && words === '') throw new Refusal('REASON_NEEDED')
  const action = pays ? 'pay' : review.state === 'appealed' ? 'uphold' : 'deny'
  const after = step(review, action, words, attempt)
  if (!pays) return { review: after, bookings: [] }
  const { cause, reckoned } = review
  const paid = { ...reckoned, arithmetic: `${reckoned.arithmetic}，核对后发的` }
  return {
    review: after,
    bookings: [pay(account, { ...cause, key: judgedKey(cause.key) }, paid, attempt.now)],
  }
}

/** 申诉, once: somebody else looks at it. */
export const appeal = (review: Review, words: string, attempt: ReviewAttempt): Review =>
  step(review, 'appeal', words, attempt)

/** Nothing is left to judge. */
export const drop = (review: Review, attempt: ReviewAttempt): Review => step(review, 'drop', '', attempt)

/**
 * Takes back what a cause has paid where it was held: what waits is dropped, what was judged and paid is taken back, and
 * so is what had been paid below the limit. `judged`: the payment that followed from the judgement.
 */
export function reverseHeld(
  account: Account,
  review: Review,
  { stands, judged }: { stands: Transfer; judged: Transfer | undefined },
  reversal: Reversal,
  now: number,
): Reviewed {
  const attempt = { caller: 'clock', now, key: reversal.key } as const
  const bookings: Booking[] = []
  let current = account
  const takeBack = (paid: Transfer, key: string) => {
    if (sumOf(paid.legs, 'issued') === 0) return
    const booking = reverse(current, paid, { ...reversal, key }, now)
    bookings.push(booking)
    current = booking.account
  }
  takeBack(stands, reversal.key)
  if (judged) takeBack(judged, judgedKey(reversal.key))
  return { review: fitsReview('drop', review.state) ? drop(review, attempt) : review, bookings }
}

function step(review: Review, action: ReviewAction, words: string, attempt: ReviewAttempt): Review {
  if (!fitsReview(action, review.state))
    throw new Refusal('REVIEW_MOVED', { state: reviewNames[review.state] })
  const { caller, now, key } = attempt
  const state = reviewSteps[action].to
  const tells = action !== 'appeal' && action !== 'drop'
  return {
    ...review,
    state,
    since: now,
    log: [...review.log, { key, action, actor: actorOf(caller), at: now, words }],
    outbox: tells ? [...review.outbox, { state, at: now }] : review.outbox,
    tickAt: tells || review.outbox.length > 0 ? now : noDue,
    version: review.version + 1,
  }
}
