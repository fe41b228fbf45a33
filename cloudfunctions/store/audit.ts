import type { AuditEntry } from '../../domain/people/audit.ts'
import { collection, command } from './collection.ts'
import { after, type Cursor } from './cursor.ts'

/**
 * What administrators did. Only transactions add to it (api/audited.ts); nothing edits, and only the timer removes what has
 * been kept for long enough.
 */
export const audit = collection<AuditEntry>('audit')

/** Entries about an organisation and all below it, newest first; narrowed to an action, to who acted, to since when. */
export function auditOf(
  organisationId: string,
  {
    action,
    actorId,
    since,
  }: { action?: string | undefined; actorId?: string | undefined; since?: number | undefined },
  from: Cursor | undefined,
  limit: number,
): Promise<AuditEntry[]> {
  const where = {
    scopes: organisationId,
    ...(action !== undefined && { action }),
    ...(actorId !== undefined && { 'actor.personId': actorId }),
    ...(since !== undefined && { at: command.gte(since) }),
  }
  return audit.find({
    where: from ? after(where, ['at', 'desc'], from) : where,
    sort: [
      ['at', 'desc'],
      ['_id', 'desc'],
    ],
    limit,
    without: ['answer'],
  })
}
