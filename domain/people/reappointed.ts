import type { Appointment } from './person.ts'
import type { Hat } from './roles.ts'

/**
 * Appointments after an organisation was renamed or taken over: what was held at the former one is held at the heir.
 * The same role with the same title at both is one appointment, until the later of the two ends.
 */
export function reappointed(
  appointments: readonly Appointment[],
  formerId: string,
  heir: Hat['organisation'],
): Appointment[] {
  const held: Appointment[] = []
  for (const each of appointments) {
    const moved = each.organisation.id === formerId ? { ...each, organisation: heir } : each
    const twin = held.findIndex(
      ({ role, title, organisation }) =>
        formerId !== heir.id &&
        organisation.id === heir.id &&
        moved.organisation.id === heir.id &&
        role === moved.role &&
        title === moved.title,
    )
    const other = held[twin]
    if (other) held[twin] = { ...other, until: later(other.until, moved.until) }
    else held.push(moved)
  }
  return held
}

function later(a: number | null, b: number | null): number | null {
  return a === null || b === null ? null : Math.max(a, b)
}
