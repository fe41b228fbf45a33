import { type Colleague, type Rota, type SlotTimes, type Swap, weekdayNames } from './rota.ts'

const dayLong = 24 * 60
const weekLong = 7 * dayLong

/** A slot as the planner gives it: whose, and when. */
export interface PlannedSlot extends SlotTimes {
  personId: string
}

/** The id of a slot: the same weekday, begin and person are the same slot, however often it is planned. */
export const slotId = ({ weekday, from, personId }: PlannedSlot): string => `${weekday}-${from}-${personId}`

/** The first slot that runs into another one of the same person, also over midnight and from Sunday into Monday. */
export function overlappingSlot<S extends PlannedSlot>(slots: readonly S[]): S | undefined {
  return slots.find((slot, index) =>
    slots
      .slice(0, index)
      .some((earlier) => earlier.personId === slot.personId && overlapWeekly(earlier, slot)),
  )
}

function overlapWeekly(a: SlotTimes, b: SlotTimes): boolean {
  const [first, second] = [minutesOfWeek(a), minutesOfWeek(b)]
  return [-weekLong, 0, weekLong].some(
    (shift) => first.from < second.to + shift && second.from + shift < first.to,
  )
}

function minutesOfWeek({ weekday, from, to }: SlotTimes): { from: number; to: number } {
  const start = (weekday - 1) * dayLong
  return { from: start + from, to: start + to + (to <= from ? dayLong : 0) }
}

/** By weekday, then by begin: the order in which a plan is read. */
export const byWeek = (a: SlotTimes, b: SlotTimes): number =>
  a.weekday - b.weekday || a.from - b.from || a.to - b.to

/** 周一 */
export const weekdayName = (weekday: number): string => `周${weekdayNames[weekday - 1] ?? ''}`

/** A rota that knows somebody on it, or asked to take over, as they are now: how long they will be there. */
export function withColleague(
  { weekly, swaps }: Pick<Rota, 'weekly' | 'swaps'>,
  colleague: Colleague,
): Pick<Rota, 'weekly' | 'swaps'> {
  const { personId } = colleague
  return {
    weekly: weekly.map((slot) => (slot.who.personId === personId ? { ...slot, who: colleague } : slot)),
    swaps: swaps.map((swap) => (swap.to.personId === personId ? { ...swap, to: colleague } : swap)),
  }
}

/**
 * A rota without somebody who left: their slots go, and shifts that they were asked to take over, or took over, are
 * their holders' again. Undefined when they don't stand on it.
 */
export function withoutPerson(
  { weekly, swaps }: Pick<Rota, 'weekly' | 'swaps'>,
  personId: string,
): Pick<Rota, 'weekly' | 'swaps'> | undefined {
  const isTheirs = ({ to, state }: Swap) =>
    to.personId === personId && (state === 'asked' || state === 'agreed')
  if (!weekly.some(({ who }) => who.personId === personId) && !swaps.some(isTheirs)) return undefined
  return {
    weekly: weekly.filter(({ who }) => who.personId !== personId),
    swaps: swaps.map((swap) => (isTheirs(swap) ? { ...swap, state: 'declined' } : swap)),
  }
}

type Remembering = Pick<Rota, 'weekly' | 'swaps' | 'notes'>

/**
 * A rota that has forgotten somebody who had everything about them deleted: without them as above, what they asked
 * for taken back, what they wrote emptied, and where they still stand their title for a name. Undefined when they
 * stand nowhere on it.
 */
export function forgetPerson(rota: Remembering, personId: string): Remembering | undefined {
  const isTheirs = (colleague: Colleague) => colleague.personId === personId
  const stands =
    rota.weekly.some(({ who }) => isTheirs(who)) ||
    rota.swaps.some(({ from, to }) => isTheirs(from) || isTheirs(to)) ||
    rota.notes.some(({ from }) => isTheirs(from))
  if (!stands) return undefined
  const nameless = (colleague: Colleague): Colleague =>
    isTheirs(colleague) ? { personId, name: colleague.title, title: colleague.title } : colleague
  const { weekly, swaps } = withoutPerson(rota, personId) ?? rota
  return {
    weekly,
    swaps: swaps.map((swap) => ({
      ...swap,
      from: nameless(swap.from),
      to: nameless(swap.to),
      state: swap.state === 'asked' && isTheirs(swap.from) ? 'takenBack' : swap.state,
    })),
    notes: rota.notes.map((note) =>
      isTheirs(note.from) ? { ...note, from: nameless(note.from), words: '' } : note,
    ),
  }
}
