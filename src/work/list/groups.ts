import type { AppealRow } from '../../../domain/contract'
import { clockOf } from '../../appeal/clock'
import { answerWithin, date, roughly, clock as timeOf } from '../../appeal/words'

export type GroupName = 'late' | 'today' | 'later' | 'toAsk' | 'waiting'

export interface Group {
  name: GroupName
  rows: AppealRow[]
}

/** What is late, what is due before midnight, what comes after; in the order in which they came. */
export function groupsOf(rows: readonly AppealRow[], now: number): Group[] {
  const groups: Record<'late' | 'today' | 'later', AppealRow[]> = { late: [], today: [], later: [] }
  for (const row of rows) groups[groupOf(row, now)].push(row)
  return (['late', 'today', 'later'] as const)
    .map((name) => ({ name, rows: groups[name] }))
    .filter((group) => group.rows.length > 0)
}

/** What the person has left unanswered for days is to be asked about; the rest may still be answered. */
export function askingOf(rows: readonly AppealRow[], now: number): Group[] {
  const groups: Group[] = [
    { name: 'toAsk', rows: rows.filter((row) => isToAsk(row, now)) },
    { name: 'waiting', rows: rows.filter((row) => !isToAsk(row, now)) },
  ]
  return groups.filter((group) => group.rows.length > 0)
}

/** Whether the person has been waited for long enough to be asked. */
export const isToAsk = (row: AppealRow, now: number): boolean =>
  row.resolvedAt !== undefined && row.resolvedAt + answerWithin(row) <= now

/** On the right of what waits to be asked about: 3 天前办完 · 问过 1 次. */
export function askedOf({ resolvedAt, followUps = 0 }: AppealRow, now: number): string {
  const since = now - (resolvedAt ?? now)
  const ago = since < 60_000 ? '刚办完' : `${roughly(since)}前办完`
  return [ago, followUps > 0 && `问过 ${followUps} 次`].filter(Boolean).join(' · ')
}

function groupOf(row: AppealRow, now: number): 'late' | 'today' | 'later' {
  const by = clockOf(row)?.by
  if (by === undefined) return 'later'
  if (by <= now) return 'late'
  return date(by, now) === '今天' ? 'today' : 'later'
}

/** On the right of a row: 07:20 该接, 14:06 前接, 昨天该办完, 12月12日前办完. */
export function dueOf(row: AppealRow, now: number): string {
  const clock = clockOf(row)
  if (!clock) return ''
  const what = clock.kind === 'resolve' ? '办完' : row.state === 'submitted' ? '派' : '接'
  const day = date(clock.by, now)
  const near = day === '今天'
  if (clock.by <= now) return `${near ? `${timeOf(clock.by)} ` : day}该${what}`
  return `${near ? `${timeOf(clock.by)} ` : day === '明天' ? `${day} ${timeOf(clock.by)} ` : day}前${what}`
}

/** The first that is urgent and that nobody has taken yet. */
export function urgentOf(rows: readonly AppealRow[]): AppealRow | undefined {
  return rows.find(
    ({ urgency, state }) => urgency === 'urgent' && (state === 'dispatched' || state === 'submitted'),
  )
}

/** The first that waits to be taken. */
export function waitingOf(rows: readonly AppealRow[]): AppealRow | undefined {
  return rows.find(({ state }) => state === 'dispatched')
}
