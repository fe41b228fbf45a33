import type { ShiftView } from '../../../domain/contract'
import { midnightAfter } from '../dutyWords'

interface Span {
  from: number
  to: number
}
export type Line = { kind: 'shift'; shift: ShiftView } | ({ kind: 'gap' } & Span)

export interface Day {
  /** A moment of that day. */
  at: number
  lines: Line[]
}

/**
 * Shifts and gaps by the day on which they begin, from today on. What began yesterday and still runs stands under
 * today; a gap over midnight stands under each of its days.
 */
export function daysOf(
  shifts: readonly ShiftView[],
  gaps: readonly Span[],
  now: number,
  count: number,
): Day[] {
  const days: Day[] = []
  for (let at = now; days.length < count; at = midnightAfter(at)) {
    const first = days.length === 0
    const end = midnightAfter(at)
    const begins = (from: number) => (first || from >= at) && from < end
    const lines: Line[] = shifts
      .filter(({ from }) => begins(from))
      .map((shift): Line => ({ kind: 'shift', shift }))
    for (const gap of gaps) {
      const from = Math.max(gap.from, at)
      const to = Math.min(gap.to, end)
      if (from < to) lines.push({ kind: 'gap', from, to })
    }
    days.push({ at, lines: lines.sort((a, b) => beginOf(a) - beginOf(b)) })
  }
  return days
}

const beginOf = (line: Line) => (line.kind === 'shift' ? line.shift.from : line.from)
