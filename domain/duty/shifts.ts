import { beijingDate, inBeijing, startOfDay } from '../time.ts'
import { type Colleague, isThere, type Rota, type Slot } from './rota.ts'

const minute = 60_000
export const day = 24 * 60 * minute

/** A slot on one day, with who has it after all swaps. Times are milliseconds since 1970. */
export interface Shift {
  /** The day on which it begins: YYYY-MM-DD in Beijing. */
  day: string
  slotId: string
  from: number
  to: number
  who: Colleague
  /** Who had it by the weekly plan, when it is somebody else now. */
  insteadOf?: Colleague
}

export interface Span {
  from: number
  to: number
}
export const overlap = (a: Span, b: Span): boolean => a.from < b.to && b.from < a.to

/**
 * The shifts that touch a span of time (`to` itself is outside), by their beginning; swaps are applied. There are none
 * beyond the end of somebody's appointment, and one that runs then ends with it.
 */
export function shiftsBetween(rota: Pick<Rota, 'weekly' | 'swaps'>, from: number, to: number): Shift[] {
  const shifts: Shift[] = []
  // A shift lasts at most a day: what began the day before may still run.
  for (let start = startOfDay(from) - day; start < to; start += day) {
    const weekday = inBeijing(start).day() || 7
    const onDay = rota.weekly.filter((slot) => slot.weekday === weekday)
    shifts.push(...onDay.flatMap((slot) => shiftOf(rota, slot, start) ?? []))
  }
  return shifts.filter((shift) => overlap(shift, { from, to })).sort(byBeginning)
}

function shiftOf(
  { swaps }: Pick<Rota, 'swaps'>,
  { id, from, to, who }: Slot,
  midnight: number,
): Shift | undefined {
  const date = beijingDate(midnight)
  const begins = midnight + from * minute
  const ends = midnight + to * minute + (to <= from ? day : 0)
  let holder = who
  // A shift may be handed on: each swap counts only from who has it by then.
  for (const swap of swaps)
    if (swap.state === 'agreed' && swap.day === date && swap.slotId === id)
      if (swap.from.personId === holder.personId) holder = swap.to
  if (!isThere(holder, begins)) return undefined
  return {
    day: date,
    slotId: id,
    from: begins,
    to: Math.min(ends, holder.until ?? ends),
    who: holder,
    ...(holder.personId !== who.personId && { insteadOf: who }),
  }
}

const byBeginning = (a: Shift, b: Shift) => a.from - b.from || a.to - b.to || (a.slotId < b.slotId ? -1 : 1)

/** The shifts that run at a moment, latest begun first; each person once. */
export function onDutyAt(rota: Pick<Rota, 'weekly' | 'swaps'>, at: number): Shift[] {
  const running = shiftsBetween(rota, at, at + 1).sort((a, b) => b.from - a.from || byBeginning(a, b))
  return running.filter(
    ({ who }, index) => running.findIndex((each) => each.who.personId === who.personId) === index,
  )
}

/**
 * Whom to call next at a moment: somebody on duty, latest begun first; when all of them have been called, whoever
 * comes on duty next within a day. Undefined when there is nobody left.
 */
export function nextOnDuty(
  rota: Pick<Rota, 'weekly' | 'swaps'>,
  at: number,
  called: readonly string[],
): Colleague | undefined {
  const coming = shiftsBetween(rota, at, at + day).filter(({ from }) => from > at)
  return [...onDutyAt(rota, at), ...coming].find(({ who }) => !called.includes(who.personId))?.who
}

export type ShiftKind = 'day' | 'night'

/**
 * What people call a shift: night when it begins in the evening or runs through the small hours, else day; one that
 * is much longer than a night is both.
 */
export function kindsOf({ from, to }: Span): ShiftKind[] {
  const midnight = startOfDay(from)
  const smallHours = [midnight, midnight + day].map((start) => start + 2 * 60 * minute)
  const night = from >= midnight + 18 * 60 * minute || smallHours.some((at) => from <= at && at < to)
  if (!night) return ['day']
  return to - from > 14 * 60 * minute ? ['day', 'night'] : ['night']
}

export interface DutyDay {
  day: string
  kinds: ShiftKind[]
}

/** A person's week from Monday to Sunday around a moment: which kinds of shifts begin on each day. */
export function weekOf(rota: Pick<Rota, 'weekly' | 'swaps'>, personId: string, at: number): DutyDay[] {
  const monday = startOfDay(at) - ((inBeijing(at).day() || 7) - 1) * day
  const mine = shiftsBetween(rota, monday, monday + 7 * day).filter(({ who }) => who.personId === personId)
  return Array.from({ length: 7 }, (_, index) => {
    const date = beijingDate(monday + index * day)
    const kinds = mine.filter((shift) => shift.day === date).flatMap(kindsOf)
    return { day: date, kinds: [...new Set(kinds)] }
  })
}
