import type { Appointment } from '../people/person.ts'
import type { Appeal, Outgoing } from './appeal.ts'
import { audienceOf } from './news.ts'
import { holder, mustBeAt } from './telling.ts'

type Concerned = Pick<Appeal, 'responsible' | 'named' | 'state' | 'organisation' | 'assistants' | 'events'>

/** Whether somebody reads something as staff, and not because they asked or saw it too. */
export const readsAsStaff = ({ news }: Pick<Outgoing, 'news'>): boolean => audienceOf(news) === 'staff'

/** Whether the step itself chose somebody, by who is there: of them nobody need ask. */
export function isChosen({ events }: Pick<Appeal, 'events'>, { sequence, personId }: Outgoing): boolean {
  const event = events[sequence - 1]
  return event?.called?.personId === personId || event?.changes.named?.personId === personId
}

/**
 * Whether staff who are to be told something may still be: they hold an appointment in force where they must
 * (mustBeAt). `held` is all that they are appointed to.
 */
export function isStillThere(
  appeal: Concerned,
  personId: string,
  held: readonly Appointment[],
  at: number,
): boolean {
  const places = mustBeAt(appeal, personId)
  return held.some(
    ({ organisation, until }) => places.includes(organisation.id) && (until === null || until > at),
  )
}

/** At which organisation somebody else must be told instead of staff who left: of who had it in hand, where it is. */
export const toldInsteadAt = (appeal: Concerned, personId: string): string | undefined =>
  personId === holder(appeal) ? appeal.organisation.id : undefined
