import type { Notice } from '../notice/notice.ts'
import type { Finding, IncidentKind } from './judging.ts'
import { operatingLimits } from './limits.ts'
import { incidentWords } from './words.ts'

/** All that was ever wrong of one kind: one document, so that of each kind there is at most one at a time. */
export interface Incident {
  _id: `incident-${IncidentKind}`
  kind: 'incident'
  of: IncidentKind
  openedAt: number
  /** When it was last found. */
  seenAt: number
  /** Null: it goes on. */
  closedAt: number | null
  /** How many there were when it was last found. */
  count: number
  /** The administrators know of it. */
  told: boolean
  /** Those before it, oldest first. */
  past: { openedAt: number; closedAt: number }[]
  /** Counts the changes: of two runs that saw the same one, one does nothing. */
  turn: number
}

/**
 * What becomes of an incident by what has been found, or not found, now; undefined when nothing does. It ends when nothing
 * was found for some minutes; what comes back soon is the same one.
 */
export function afterLooking(
  before: Incident | undefined,
  kind: IncidentKind,
  finding: Finding | undefined,
  now: number,
): Incident | undefined {
  if (!finding) {
    const over = before && before.closedAt === null && now - before.seenAt >= operatingLimits.calm
    return over ? { ...before, closedAt: now, turn: before.turn + 1 } : undefined
  }
  const { count } = finding
  if (before && (before.closedAt === null || now - before.closedAt < operatingLimits.sameAgain))
    return { ...before, seenAt: now, closedAt: null, count, turn: before.turn + 1 }
  const { openedAt, closedAt } = before ?? {}
  const last = openedAt !== undefined && closedAt ? [{ openedAt, closedAt }] : []
  return {
    _id: `incident-${kind}`,
    kind: 'incident',
    of: kind,
    openedAt: now,
    seenAt: now,
    closedAt: null,
    count,
    told: false,
    past: [...(before?.past ?? []), ...last].slice(-operatingLimits.remembered),
    turn: (before?.turn ?? 0) + 1,
  }
}

/** Whether the administrators must still be told of it. */
export const mustBeTold = ({ told, closedAt }: Incident): boolean => !told && closedAt === null

/** The items for the administrators' inboxes; an id follows from the incident, so that each is stored once. */
export function incidentNotices({ of, openedAt }: Incident, administratorIds: readonly string[]): Notice[] {
  const { head, sentence } = incidentWords[of]
  return administratorIds.map((personId) => ({
    _id: `incident-${of}-${openedAt}-${personId}`,
    personId,
    at: openedAt,
    news: 'incident',
    head,
    sentence,
    about: { id: of, as: 'health' },
    read: false,
  }))
}
