import { limits } from '../../../domain/appeal/limits.ts'
import type { AppealRow } from '../../../domain/contract.ts'
import type { AppealSummary } from '../../store/appeals.ts'
import { paged } from '../page.ts'

/** A row of a list; never says who sent it. */
export function rowOf(appeal: AppealSummary): AppealRow {
  const { _id, number, kind, category, urgency, identity, trade, title, state, outcome, organisation } =
    appeal
  const { place, lastNote, acceptBy, resolveBy, resolvedAt, suspensions, createdAt, updatedAt } = appeal
  return {
    id: _id,
    number,
    kind,
    category,
    urgency,
    identity,
    trade,
    title,
    state,
    ...(outcome && { outcome }),
    organisation: { id: organisation.id, name: organisation.name },
    placeName: place.name,
    ...(lastNote !== undefined && { lastNote }),
    acceptBy,
    ...(resolveBy !== undefined && { resolveBy }),
    ...(resolvedAt !== null && { resolvedAt }),
    ...(state === 'suspended' && suspensions.until !== null && { suspendedUntil: suspensions.until }),
    createdAt,
    updatedAt,
  }
}

/** A page of rows and where the next one starts; `found` holds one more than a page when there is more. */
export function pageOf(
  found: AppealSummary[],
  field: 'createdAt' | 'dueAt' | 'updatedAt',
): { rows: AppealRow[]; next?: string } {
  return paged(found, limits.page, (appeal) => appeal[field], rowOf)
}
