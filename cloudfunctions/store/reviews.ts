import type { Review, ReviewState } from '../../domain/points/review/review.ts'
import { collection, command, type Where } from './collection.ts'
import { after, type Cursor } from './cursor.ts'
import type { Transaction } from './transaction.ts'

/** Payments that wait for a person's judgement, and those that were judged, with their logs. */
export const reviews = collection<Review>('reviews')

/** Saves what a step made of a held payment, in the transaction of the step. */
export function saveReview(transaction: Transaction, review: Review): Promise<void> {
  const { _id, state, since, log, outbox, tickAt, version } = review
  return transaction.update(reviews, _id, { state, since, log, outbox, tickAt, version })
}

/** Those of an organisation and of all below it in a state, what has waited longest first. */
export function reviewsAt(
  scope: string,
  state: ReviewState,
  from: Cursor | undefined,
  limit: number,
): Promise<Review[]> {
  const where = { scopes: scope, state }
  return reviews.find({
    where: from ? after(where, ['since', 'asc'], from) : where,
    sort: [
      ['since', 'asc'],
      ['_id', 'asc'],
    ],
    limit,
  })
}

/** How many there are in any of some states, `most` at most. */
export const countReviewsAt = (scope: string, states: ReviewState[], most: number): Promise<number> =>
  reviews.countUpTo({ scopes: scope, state: command.in(states) }, most)

/** By ids, for the lines of a statement. */
export const reviewsById = (ids: string[]): Promise<Review[]> =>
  reviews.find({ where: { _id: command.in(ids) }, limit: ids.length })

/** Somebody may still judge it. */
const openStates: ReviewState[] = ['waiting', 'denied', 'appealed']

/** A person's own that somebody may still judge. */
export const openReviewsOf = (personId: string, limit: number): Promise<Review[]> =>
  reviews.find({
    where: { personId, state: command.in(openStates) },
    sort: [['_id', 'asc']],
    limit,
  })

/** Whose persons have not been told yet, for the timer. */
export function dueReviews(now: number, limit: number): Promise<Review[]> {
  return reviews.find({
    where: { tickAt: command.lte(now) },
    sort: [
      ['tickAt', 'asc'],
      ['_id', 'asc'],
    ],
    limit,
  })
}

/** Those of persons after one and up to another, by person; for the check of the ledger. */
export function reviewsBetween(
  { after: first, upTo }: { after: string; upTo: string | undefined },
  from: { personId: string; id: string } | undefined,
  limit: number,
): Promise<Review[]> {
  const last = upTo === undefined ? {} : { personId: command.lte(upTo) }
  const rest = from
    ? command.or([
        { personId: from.personId, _id: command.gt(from.id) },
        { personId: command.gt(from.personId) },
      ])
    : { personId: command.gt(first) }
  const bound = { personId: from ? command.gte(from.personId) : command.gt(first) }
  return reviews.find({
    where: command.and([bound, rest, last]) as unknown as Where,
    sort: [
      ['personId', 'asc'],
      ['_id', 'asc'],
    ],
    limit,
  })
}

/**
 * Lets what waits at an organisation be judged at its heir, or at its own under its new name or place. What is
 * confidential stays with who alone may see it.
 */
export async function renewReviews(
  formerId: string,
  { id, name, ancestors }: { id: string; name: string; ancestors: string[] },
): Promise<void> {
  const open = { scopes: formerId, state: command.in(openStates), 'organisation.id': formerId }
  const organisation = command.set({ id, name })
  const secret = { 'cause.evidence.confidentialTo': formerId }
  // First those: what they are found by changes with them.
  await reviews.update(
    { ...open, ...secret },
    { organisation, scopes: [id], 'cause.evidence.confidentialTo': id },
  )
  const known = { 'cause.evidence.confidentialTo': command.exists(false) }
  await reviews.update({ ...open, ...known }, { organisation, scopes: [id, ...ancestors] })
}

/** Forgets where somebody was and what they took a photo of; what alone may see it stays, so that nobody else does. */
export async function forgetEvidence(personId: string): Promise<void> {
  const gone = ['stood', 'photos', 'mutual', 'follows'].map((field) => [
    `cause.evidence.${field}`,
    command.remove(),
  ])
  await reviews.update({ personId }, Object.fromEntries(gone))
}
