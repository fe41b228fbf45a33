import { createHash } from 'node:crypto'
import { actorOf } from '../../domain/appeal/decisions.ts'
import type { Output, WriteAction } from '../../domain/contract.ts'
import type { AuditEntry, AuditedAction } from '../../domain/people/audit.ts'
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
    words,
    answer,
  }
}

/** 24 hexadecimal digits derived from a person's request: the id of what it makes, so that it makes it once. */
export function requestKey({ person, requestId }: Pick<Context, 'person' | 'requestId'>): string {
  return createHash('sha256').update(`${person._id}:${requestId}`).digest('hex').slice(0, 24)
}
