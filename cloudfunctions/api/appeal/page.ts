import { limits } from '../../../domain/appeal/limits.ts'
import type { AppealRow } from '../../../domain/contract.ts'
import { hasDoubts } from '../../../domain/safety/seeing.ts'
import type { AppealSummary } from '../../store/appeals.ts'
import { paged } from '../page.ts'

/** A row of a list; never says who sent it. */
export function rowOf(appeal: AppealSummary): AppealRow {
  const { _id, number, kind, category, urgency, identity, trade, title, state, outcome, organisation } =
    appeal
  const { terms, place, lastNote, acceptBy, resolveBy, createdAt, updatedAt, resolvedAt, followUps } = appeal
  const waitsUntil = (state === 'suspended' && appeal.suspensions.until) || undefined
  return {
    id: _id,
    number,
    kind,
    ...(terms && { terms }),
    category,
    urgency,
    identity,
    trade,
    title,
    state,
    // What was reopened keeps how it had ended in its log only.
    ...(outcome && state === 'closed' && { outcome }),
    organisation: { id: organisation.id, name: organisation.name },
    placeName: place.name,
    ...(lastNote !== undefined && { lastNote }),
    ...(waitsUntil !== undefined && { suspendedUntil: waitsUntil }),
    acceptBy,
    ...(resolveBy !== undefined && { resolveBy }),
    createdAt,
    updatedAt,
    ...(state === 'resolved' && resolvedAt !== null && { resolvedAt, followUps }),
  }
}

/** The same for those who handle it: marked while a person must look at something that was said in it. */
export const staffRowOf = (appeal: AppealSummary): AppealRow => ({
  ...rowOf(appeal),
  ...(hasDoubts(appeal) && { doubtful: true }),
})

/** A page of rows and where the next one starts; `found` holds one more than a page when there is more. */
export function pageOf(
  found: AppealSummary[],
  field: 'createdAt' | 'dueAt' | 'updatedAt' | 'resolvedAt',
  row = rowOf,
): { rows: AppealRow[]; next?: string } {
  return paged(found, limits.page, (appeal) => appeal[field] ?? 0, row)
}
