import { Refusal } from '../../domain/errors.ts'
import type { Cursor } from '../store/cursor.ts'

/** A page of rows and where the next one starts; `found` holds one more than a page when there is more. */
export function paged<T extends { _id: string }, R>(
  found: readonly T[],
  size: number,
  value: (document: T) => number,
  row: (document: T) => R,
): { rows: R[]; next?: string } {
  const shown = found.slice(0, size)
  const last = shown.at(-1)
  const next = found.length > size && last ? JSON.stringify([value(last), last._id]) : undefined
  return { rows: shown.map(row), ...(next && { next }) }
}

/** Reads where a page starts; refuses what no page of ours has given. */
export function cursorOf(text: string | undefined): Cursor | undefined {
  if (text === undefined) return undefined
  const [, value, id] = /^\[(\d{1,16}),"([\w-]{1,64})"\]$/.exec(text) ?? []
  if (!value || !id) throw new Refusal('FIELD_INVALID', { field: '页码' })
  return [Number(value), id]
}
