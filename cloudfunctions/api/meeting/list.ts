import { Refusal } from '../../../domain/errors.ts'
import { meetingLimits } from '../../../domain/meeting/limits.ts'
import { meetingsOf } from '../../store/meetings.ts'
import { cursorOf, paged } from '../page.ts'
import type { UseCase } from '../useCase.ts'
import { headOf } from './view.ts'

/** Meetings of the organisation whose hat is worn, the latest first. */
export const list: UseCase<'meeting.list'> = async ({ caller }, { state, cursor }) => {
  const organisation = caller.hat?.organisation.id
  if (organisation === undefined) throw new Refusal('NOT_YOURS')
  const found = await meetingsOf(organisation, state, cursorOf(cursor), meetingLimits.page + 1)
  return paged(
    found,
    meetingLimits.page,
    ({ at }) => at,
    (meeting) => ({ ...headOf(meeting), items: meeting.items.length, raised: meeting.raised.length }),
  )
}
