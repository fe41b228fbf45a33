import type { AuditEntry } from '../../domain/people/audit.ts'
import { collection } from './collection.ts'
import { after, type Cursor } from './cursor.ts'

/** What administrators did. Only transactions add to it (api/audited.ts); nothing edits or removes. */
export const audit = collection<AuditEntry>('audit')

/** Entries about an organisation and all below it, newest first; narrowed to an action or to who acted. */
export function auditOf(
  organisationId: string,
  { action, actorId }: { action?: string | undefined; actorId?: string | undefined },
  from: Cursor | undefined,
  limit: number,
): Promise<AuditEntry[]> {
  const where = {
    scopes: organisationId,
    ...(action !== undefined && { action }),
    ...(actorId !== undefined && { 'actor.personId': actorId }),
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
