import type { Trade } from '../people/roles.ts'
import { cellOf } from './cell.ts'
import { boxOf, type Point, type Ring } from './geography.ts'
import type { WeekHours } from './hours.ts'
import type { Organisation } from './organisation.ts'

/** What administrators say of an organisation beside its place in the tree; null takes it away. */
export interface Details {
  name?: string | undefined
  hours?: WeekHours | null | undefined
  trades?: readonly Trade[] | null | undefined
  phone?: string | null | undefined
  centre?: Point | null | undefined
  boundary?: Ring | null | undefined
}

/** The words for each, as the audit and the CSV name them. */
export const detailNames = {
  name: '名称',
  hours: '开放时间',
  trades: '服务对象',
  phone: '电话',
  centre: '位置',
  boundary: '边界',
} as const satisfies Record<keyof Details, string>

/** A public number: digits, with an area code, an extension or a hotline's few. */
export const phonePattern = /^\+?\d[\d-]{2,18}\d$/

/** Which details differ from what is stored. */
export function changedDetails(organisation: Organisation, details: Details): (keyof Details)[] {
  return (Object.keys(detailNames) as (keyof Details)[]).filter(
    (field) =>
      details[field] !== undefined &&
      JSON.stringify(details[field]) !== JSON.stringify(organisation[field] ?? null),
  )
}

/** Fields that are stored for a detail: with a centre its cell, with a boundary its box; null takes them away. */
export function storedDetail(
  field: Exclude<keyof Details, 'name'>,
  details: Details,
): Record<string, unknown> {
  const { centre, boundary } = details
  if (field === 'centre') return { centre, cell: centre ? cellOf(centre) : null }
  if (field === 'boundary') return { boundary, box: boundary ? boxOf(boundary) : null }
  return { [field]: details[field] }
}
