import { byWeek, overlappingSlot, type PlannedSlot, weekdayName } from '../../../../domain/duty/plan'
import type { Cover } from '../../../../domain/duty/rota'
import { refusalSentence } from '../../../../domain/errors'

/** A weekly slot while it is planned: also whose name to show. */
export interface DraftSlot extends PlannedSlot {
  name: string
}
export interface PlanDraft {
  cover: Cover
  slots: DraftSlot[]
}

/** One form for the same hours on several weekdays. */
export interface SlotForm {
  weekdays: number[]
  from: number
  to: number
  personId: string | undefined
}

export const sameSlot = (a: PlannedSlot, b: PlannedSlot): boolean =>
  a.weekday === b.weekday && a.from === b.from && a.personId === b.personId

/** The slots with those of a form, in the place of one that was changed. */
export function withForm(
  slots: readonly DraftSlot[],
  changed: DraftSlot | undefined,
  { weekdays, from, to, personId }: SlotForm & { personId: string },
  name: string,
): DraftSlot[] {
  const others = changed ? slots.filter((slot) => !sameSlot(slot, changed)) : slots
  const made = weekdays.map((weekday) => ({ weekday, from, to, personId, name }))
  return [...others, ...made].sort(byWeek)
}

/** What stands in the way of a plan, as a sentence. */
export function planFault(slots: readonly DraftSlot[]): string | undefined {
  const twice = overlappingSlot(slots)
  return twice && refusalSentence('SHIFTS_OVERLAP', { name: twice.name, day: weekdayName(twice.weekday) })
}
