import { Refusal } from '../../../domain/errors.ts'
import { decideItem } from '../../../domain/meeting/decisions.ts'
import type { UseCase } from '../useCase.ts'
import { changeMeeting } from './change.ts'

/** 纪要: what was decided about one item. */
export const minutes: UseCase<'meeting.minutes'> = (context, { id, appealId, decision }) =>
  changeMeeting(context, 'meeting.minutes', id, (meeting, attempt) => {
    if (decision && decision.by <= context.now) throw new Refusal('DAY_PAST')
    return decideItem(meeting, appealId, decision, attempt)
  })
