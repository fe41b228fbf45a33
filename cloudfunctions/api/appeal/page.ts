import { limits } from '../../../domain/appeal/limits.ts'
import type { AppealRow } from '../../../domain/contract.ts'
import { Refusal } from '../../../domain/errors.ts'
import type { AppealSummary, Cursor } from '../../store/appeals.ts'

/** A row of a list; never says who sent it. */
export function rowOf(appeal: AppealSummary): AppealRow {
  const { _id, number, kind, category, urgency, identity, trade, title, state, outcome, organisation } =
    appeal
  const { place, lastNote, acceptBy, resolveBy, createdAt, updatedAt } = appeal
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
    createdAt,
    updatedAt,
  }
}

/** A page of rows and where the next one starts; `found` holds one more than a page when there is more. */
export function pageOf(
  found: AppealSummary[],
  field: 'createdAt' | 'dueAt' | 'updatedAt',
): { rows: AppealRow[]; next?: string } {
  const shown = found.slice(0, limits.page)
  const last = shown.at(-1)
  const next = found.length > limits.page && last ? JSON.stringify([last[field], last._id]) : undefined
  return { rows: shown.map(rowOf), ...(next && { next }) }
}

/** Reads where a page starts; refuses what no page of ours has given. */
export function cursorOf(text: string | undefined): Cursor | undefined {
  if (text === undefined) return undefined
  const [, value, id] = /^\[(\d{1,16}),"([\w-]{1,64})"\]$/.exec(text) ?? []
  if (!value || !id) throw new Refusal('FIELD_INVALID', { field: '页码' })
  return [Number(value), id]
}
