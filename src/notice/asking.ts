import type { NoticeView } from '../../domain/contract'
import { closesAfter } from '../appeal/words'

/**
 * Which items still wait for the person's word: the newest of their appeal, not answered from this phone since, and
 * not so old that the appeal has closed by itself. `rows` newest first; `answered` by appeal, when.
 */
export function waiting(
  rows: readonly NoticeView[],
  answered: Readonly<Record<string, number>>,
  now: number,
): ReadonlySet<string> {
  const seen = new Set<string>()
  const waiting = new Set<string>()
  for (const { id, at, asks, about } of rows) {
    if (!('appeal' in about) || about.as !== 'person' || seen.has(about.appeal)) continue
    seen.add(about.appeal)
    if (asks && at + closesAfter > now && (answered[about.appeal] ?? 0) < at) waiting.add(id)
  }
  return waiting
}

/** Items day by day, as they come. */
export function byDay<R extends { at: number }>(
  rows: readonly R[],
  dayOf: (at: number) => string,
): { day: string; rows: R[] }[] {
  const days: { day: string; rows: R[] }[] = []
  for (const row of rows) {
    const day = dayOf(row.at)
    const last = days.at(-1)
    if (last?.day === day) last.rows.push(row)
    else days.push({ day, rows: [row] })
  }
  return days
}
