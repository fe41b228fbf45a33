import { type Counts, total } from './counting.ts'
import { type Backlog, backlogLimits, operatingLimits } from './limits.ts'

/** One run of the timer. */
export interface Run {
  /** When it began. */
  at: number
  milliseconds: number
  /** It came to its end. */
  full: boolean
  /** Parts of it that failed; they are tried again. */
  failed: number
}

/** What is known of the timer: one document. */
export interface Heartbeat {
  _id: 'clock'
  kind: 'heartbeat'
  /** When it was first seen. */
  since: number
  /** When its last full run ended. */
  at: number | null
  /** The last of its runs, oldest first. */
  runs: Run[]
}

/** What waits of one kind: how many, as far as they are counted; how many of them are old; since when the oldest waits. */
export interface Waiting {
  count: number
  more: boolean
  old: number
  since: number | null
}

/** What the timer, or an administrator, judges by. */
export interface Facts {
  /** Of the last minutes. */
  counts: Counts
  /** Before the run that judges. */
  heartbeat: Heartbeat | undefined
  waiting: Record<Backlog, Waiting>
}

export type IncidentKind = 'timer' | 'errors' | 'slow' | 'steps' | Backlog

/** Something that is wrong now; in figures. */
export interface Finding {
  kind: IncidentKind
  /** How many: calls, parts of runs, what waits; of the timer minutes. */
  count: number
}

/** What waits, from when each has waited, the oldest first. */
export function waitingOf(backlog: Backlog, since: readonly number[], now: number): Waiting {
  const most = operatingLimits.counted
  const counted = since.slice(0, most)
  return {
    count: counted.length,
    more: since.length > most,
    old: counted.filter((each) => now - each > backlogLimits[backlog].old).length,
    since: counted[0] ?? null,
  }
}

/** Whether the timer has not had a full run for too long. Before it was ever seen nothing is known. */
export const isTimerLate = (heartbeat: Heartbeat | undefined, now: number): boolean =>
  heartbeat !== undefined && now - (heartbeat.at ?? heartbeat.since) > operatingLimits.timerLate

/** All that is wrong now, by the table of limits. */
export function findings({ counts, heartbeat, waiting }: Facts, now: number): Finding[] {
  const found: Finding[] = []
  if (heartbeat && isTimerLate(heartbeat, now))
    found.push({ kind: 'timer', count: Math.floor((now - (heartbeat.at ?? heartbeat.since)) / 60_000) })
  const all = total(counts)
  if (failing(counts)) found.push({ kind: 'errors', count: all.internal })
  const { least, share } = operatingLimits.slow
  if (all.slow >= least && all.slow >= share * all.calls) found.push({ kind: 'slow', count: all.slow })
  const failed = failedSince(heartbeat, now - operatingLimits.judged)
  if (failed >= operatingLimits.steps) found.push({ kind: 'steps', count: failed })
  for (const backlog of Object.keys(backlogLimits) as Backlog[])
    if (waiting[backlog].old >= backlogLimits[backlog].least)
      found.push({ kind: backlog, count: waiting[backlog].old })
  return found
}

/** Of all calls too many fail, or of one action: a rare one would not be seen among all. */
function failing(counts: Counts): boolean {
  const { least, share } = operatingLimits.errors
  return [...counts.values(), total(counts)].some(
    ({ calls, internal }) => internal >= least && internal >= share * calls,
  )
}

const failedSince = (heartbeat: Heartbeat | undefined, since: number): number =>
  (heartbeat?.runs ?? []).filter(({ at }) => at > since).reduce((sum, { failed }) => sum + failed, 0)

/** The timer's document after one more run. */
export function afterRun(before: Heartbeat | undefined, run: Run): Heartbeat {
  return {
    _id: 'clock',
    kind: 'heartbeat',
    since: before?.since ?? run.at,
    at: run.full ? run.at + run.milliseconds : (before?.at ?? null),
    runs: [...(before?.runs ?? []), run].slice(-operatingLimits.runs),
  }
}
