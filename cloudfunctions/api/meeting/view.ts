import type { Meeting } from '../../../domain/meeting/meeting.ts'
import type { UseCase } from '../useCase.ts'
import { mayTo, requireMeeting } from './change.ts'

/** A meeting with its agenda and minutes. */
export const view: UseCase<'meeting.view'> = async ({ caller }, { id }) => {
  const meeting = await requireMeeting({ caller }, 'meeting.view', id)
  const { version, participants, items, raised } = meeting
  return {
    ...headOf(meeting),
    version,
    participants,
    items,
    raised,
    mayLead: mayTo('meeting.finish', meeting, caller),
  }
}

export function headOf({ _id, kind, at, where, organisation, state, items }: Meeting) {
  return {
    id: _id,
    kind,
    at,
    where,
    organisation: { id: organisation.id, name: organisation.name },
    state,
    decided: items.filter(({ decision }) => decision !== null).length,
  }
}
