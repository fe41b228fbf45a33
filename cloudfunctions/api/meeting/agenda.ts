import { Refusal } from '../../../domain/errors.ts'
import { agenda as decide } from '../../../domain/meeting/decisions.ts'
import type { UseCase } from '../useCase.ts'
import { changeMeeting } from './change.ts'
import { itemsFor } from './itemsFor.ts'

/** 议题: which, in which order; replaces what its writer saw. */
export const agenda: UseCase<'meeting.agenda'> = (context, { id, version, appealIds }) =>
  changeMeeting(context, 'meeting.agenda', id, async (meeting, attempt) => {
    if (meeting.version !== version) throw new Refusal('MEETING_STALE')
    return decide(meeting, await itemsFor(context, appealIds), attempt)
  })
