import { createHash } from 'node:crypto'
import { maskContacts } from '../../domain/appeal/privacy.ts'
import type { Output, WriteAction } from '../../domain/contract.ts'
import { actorOf } from '../../domain/people/actor.ts'
import type { AuditEntry, AuditedAction } from '../../domain/people/audit.ts'
import type { Person } from '../../domain/people/person.ts'
import type { Organisation } from '../../domain/place/organisation.ts'
import { audit } from '../store/audit.ts'
import { inTransaction, type Transaction } from '../store/transaction.ts'
import type { Context } from './useCase.ts'

/** What an administrative write did: its answer, and what the audit says of it. */
export interface Audited<T> {
  answer: T
  organisation: Pick<Organisation, '_id' | 'name' | 'ancestors'>
  /** Whom it concerns: a person's id. */
  subjectId?: string
  words: string
}

/**
 * An administrative write: its documents and its audit entry change together or not at all, and the same request
 * again changes nothing and gets its first answer.
 */
export function audited<A extends AuditedAction & WriteAction>(
  context: Context,
  action: A,
  work: (transaction: Transaction) => Promise<Audited<Output<A>>>,
): Promise<Output<A>> {
  const id = requestKey(context)
  return inTransaction(async (transaction) => {
    const before = await transaction.get(audit, id)
    if (before) return before.answer as Output<A>
    const done = await work(transaction)
    await transaction.add(audit, entryOf(context, action, done))
    return done.answer
  })
}

/** What the audit says of an administrative action. */
export function entryOf(
  context: Context,
  action: AuditedAction,
  { answer, organisation: { _id, name, ancestors }, subjectId, words }: Audited<unknown>,
): AuditEntry {
  return {
    _id: requestKey(context),
    action,
    actor: actorOf(context.caller),
    at: context.now,
    organisation: { id: _id, name },
    scopes: [_id, ...ancestors],
    subjectId: subjectId ?? null,
    // What people type as a reason may hold a number of somebody's.
    words: maskContacts(words),
    answer,
  }
}

/**
 * 24 hexadecimal digits derived from a person's request and what it asks for: the id of what it makes, so that it makes
 * it once. A request id that is used again for something else is another request.
 */
export function requestKey({ person, requestId, asked }: Asking): string {
  return createHash('sha256').update(`${person._id}:${requestId}:${asked}`).digest('hex').slice(0, 24)
}
type Asking = Pick<Context, 'requestId' | 'asked'> & { person: Pick<Person, '_id'> }

/** What an administrative write answered when the same request was carried out before. */
export async function answeredBefore(asking: Asking): Promise<unknown> {
  return (await audit.get(requestKey(asking)))?.answer
}
