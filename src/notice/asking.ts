import type { NoticeView } from '../../domain/contract'
import { settingOf } from '../../domain/settings/settings'

const day = 86_400_000

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
  for (const { id, at, asks, about, closeDays } of rows) {
    if (about.as !== 'person' || seen.has(about.id)) continue
    seen.add(about.id)
    const closes = at + settingOf({ closeDays }, 'closeDays') * day
    if (asks && closes > now && (answered[about.id] ?? 0) < at) waiting.add(id)
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
