import type { TaskRow } from '../../../domain/contract.ts'
import { metresBetween, type Point } from '../../../domain/place/geography.ts'
import { type Claim, claimOf, type ListedTask, stateOf } from '../../../domain/task/task.ts'

/** A task as a line of a list, for somebody who stands somewhere. */
export function rowOf(
  task: ListedTask & { claims?: readonly Pick<Claim, 'personId' | 'state'>[] },
  reader: { personId: string; position?: Point | undefined; now: number },
): TaskRow {
  const { _id, title, kind, organisation, team, place, from, to, points, places, free, muster } = task
  const mine: Pick<Claim, 'state'> | undefined = task.claims
    ? claimOf({ claims: task.claims }, reader.personId)
    : task.holders.includes(reader.personId)
      ? { state: 'claimed' }
      : undefined
  return {
    id: _id,
    title,
    kind,
    state: stateOf(task, reader.now),
    organisation: { id: organisation.id, name: organisation.name },
    ...(team && { team }),
    place: { name: place.name, ...(place.point && { point: place.point }) },
    ...(reader.position &&
      place.point && { metres: Math.round(metresBetween(reader.position, place.point)) }),
    from,
    to,
    points,
    places,
    left: free,
    muster,
    ...(mine && { mine: mine.state }),
  }
}
