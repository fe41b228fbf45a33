import { categoryNames } from '../../../domain/appeal/categories'
import { kindNames } from '../../../domain/appeal/names'
import { numberIn, wordsOf } from '../../../domain/appeal/search/words'
import { type AppealState, stateNames } from '../../../domain/appeal/states'
import type { Input } from '../../../domain/contract'
import { startOfDay } from '../../appeal/words'

const day = 86_400_000

/** When it was sent, as one says it. */
export const spanNames = {
  today: '今天',
  week: '近 7 天',
  month: '近 30 天',
  year: '近一年',
  older: '一年以前',
} as const
export type Span = keyof typeof spanNames

/** What is chosen beside the words. */
export interface Filters {
  states: AppealState[]
  category?: keyof typeof categoryNames
  kind?: keyof typeof kindNames
  area?: { id: string; name: string }
  late: boolean
  mine: boolean
  span?: Span
}
export const noFilters: Filters = { states: [], late: false, mine: false }

export type FilterName = 'states' | 'late' | 'mine' | 'category' | 'kind' | 'area' | 'span'

/** On the chip of a filter: its name, or what is chosen. */
export function chipText(filters: Filters, name: FilterName): string {
  const { states, category, kind, area, span } = filters
  switch (name) {
    case 'states':
      return states.length > 1 ? `${states.length} 种状态` : states[0] ? stateNames[states[0]] : '状态'
    case 'category':
      return category ? categoryNames[category] : '类别'
    case 'kind':
      return kind ? kindNames[kind] : '种类'
    case 'area':
      return area?.name ?? '社区'
    case 'span':
      return span ? spanNames[span] : '日期'
    case 'late':
      return '超时'
    case 'mine':
      return '我办的'
  }
}

/** Whether a filter narrows anything. */
export function isSet(filters: Filters, name: FilterName): boolean {
  const chosen = filters[name]
  return Array.isArray(chosen) ? chosen.length > 0 : Boolean(chosen)
}

/** What to ask for; undefined while nothing, or too little, has been said. */
export function questionOf(typed: string, filters: Filters, now: number): Input<'appeal.search'> | undefined {
  const text = typed.trim()
  const { states, category, kind, area, late, mine, span } = filters
  if (isTooShort(text)) return undefined
  const narrowed = states.length > 0 || category || kind || area || late || mine || span
  if (text === '' && !narrowed) return undefined
  return {
    ...(text && { text }),
    ...(states.length > 0 && { states }),
    ...(category && { category }),
    ...(kind && { kind }),
    ...(area && { area: area.id }),
    ...(late && { late }),
    ...(mine && { mine }),
    ...(span && within(span, now)),
  }
}

/** Something was typed that finds nothing yet: one sign, or signs that stand everywhere. */
export const isTooShort = (typed: string): boolean =>
  typed.trim() !== '' && numberIn(typed) === undefined && wordsOf(typed).length === 0

function within(span: Span, now: number): { from?: number; until?: number } {
  const today = startOfDay(now)
  switch (span) {
    case 'today':
      return { from: today }
    case 'week':
      return { from: today - 6 * day }
    case 'month':
      return { from: today - 29 * day }
    case 'year':
      return { from: today - 364 * day }
    case 'older':
      return { until: today - 364 * day }
  }
}
