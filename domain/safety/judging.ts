import { Refusal } from '../errors.ts'
import type { Check } from './check.ts'
import type { Verdict } from './safety.ts'

/**
 * What a person decides of what WeChat has doubts about: they let it through, or keep it from others. What was kept may be
 * let through later; what was let through has been seen.
 */
export function judged(
  check: Pick<Check, 'state'> | undefined,
  open: boolean,
  { personId, authorId }: { personId: string; authorId: string },
): Verdict {
  const may = check?.state === 'held' || (check?.state === 'closed' && open)
  if (!may) throw new Refusal('CONTENT_NOT_HELD')
  if (authorId === personId) throw new Refusal('CONTENT_OWN')
  return open ? 'opened' : 'closed'
}
