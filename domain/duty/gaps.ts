import { defaultHours, type Hours, isWorkingDay } from '../appeal/clocks.ts'
import { startOfDay } from '../time.ts'
import type { Rota } from './rota.ts'
import { day, type Span, shiftsBetween } from './shifts.ts'

const minute = 60_000

/**
 * When nobody is on duty though the organisation's cover asks for somebody, within a span of time; in order, cut to
 * that span. Without cover there are no gaps.
 */
export function gapsBetween(
  rota: Pick<Rota, 'cover' | 'weekly' | 'swaps'>,
  from: number,
  to: number,
  hours: Hours = defaultHours,
): Span[] {
  const shifts = shiftsBetween(rota, from, to)
  return needed(rota.cover, from, to, hours).flatMap((span) => without(span, shifts))
}

function needed(cover: Rota['cover'], from: number, to: number, hours: Hours): Span[] {
  if (cover === 'none') return []
  if (cover === 'always') return from < to ? [{ from, to }] : []
  const spans: Span[] = []
  for (let start = startOfDay(from); start < to; start += day) {
    const opens = Math.max(from, start + hours.opens * minute)
    const closes = Math.min(to, start + hours.closes * minute)
    if (isWorkingDay(start) && opens < closes) spans.push({ from: opens, to: closes })
  }
  return spans
}

/** What is left of a span outside all shifts, which come by their beginning. */
function without(span: Span, shifts: readonly Span[]): Span[] {
  const left: Span[] = []
  let covered = span.from
  for (const shift of shifts) {
    if (shift.from > covered && covered < span.to)
      left.push({ from: covered, to: Math.min(shift.from, span.to) })
    covered = Math.max(covered, shift.to)
  }
  if (covered < span.to) left.push({ from: covered, to: span.to })
  return left
}
