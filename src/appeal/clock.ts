import type { AppealRow } from '../../domain/contract'

/** Warnings start when this much of a clock has run (appeals.md, Clocks). */
const warningAt = 0.8

/** The clock that runs now: to be accepted, then to be resolved. Milliseconds since 1970. */
export interface Clock {
  kind: 'accept' | 'resolve'
  from: number
  by: number
}

export type Pace = 'fine' | 'soon' | 'late'

/** `from`: when it was last dispatched, and first; lists know only when it was sent. */
export function clockOf(
  {
    state,
    acceptBy,
    resolveBy,
    createdAt,
  }: Pick<AppealRow, 'state' | 'acceptBy' | 'resolveBy' | 'createdAt'>,
  from: { accept: number; resolve: number } = { accept: createdAt, resolve: createdAt },
): Clock | undefined {
  if (state === 'submitted' || state === 'dispatched')
    return { kind: 'accept', from: from.accept, by: acceptBy }
  if (state !== 'accepted' || resolveBy === undefined) return undefined
  return { kind: 'resolve', from: from.resolve, by: resolveBy }
}

/** How much of a clock has run, 0 to 1. */
export function used({ from, by }: Clock, now: number): number {
  return by <= from ? 1 : Math.min(1, Math.max(0, (now - from) / (by - from)))
}

export function paceOf(clock: Clock, now: number): Pace {
  if (clock.by <= now) return 'late'
  return used(clock, now) >= warningAt ? 'soon' : 'fine'
}
