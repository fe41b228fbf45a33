import { raise as decide } from '../../../domain/meeting/decisions.ts'
import { actorOf } from '../../../domain/people/actor.ts'
import type { Composition } from '../appeal/submit.ts'
import { requestKey } from '../audited.ts'
import { file } from '../filing/file.ts'
import type { UseCase } from '../useCase.ts'
import { changeMeeting, meetingAttempt, requireMeeting } from './change.ts'

const nothing = { id: '', number: '', title: '' }

/** Raised in the room: each becomes an appeal, filed by who keeps the minutes. */
export const raise: UseCase<'meeting.raise'> = async (context, { id, area, items }) => {
  const meeting = await requireMeeting(context, 'meeting.raise', id)
  // Before anything is filed; the same request again goes on where it was broken off.
  if (!meeting.log.some(({ key }) => key === requestKey(context)))
    decide(
      meeting,
      items.map(() => nothing),
      meetingAttempt(context),
    )
  const { personId, title } = actorOf(context.caller)
  const raised: { id: string; number: string; title: string }[] = []
  for (const [index, item] of items.entries()) {
    // Each is a request of its own, so that the same ones again are not filed twice.
    const own = { ...context, requestId: `${context.requestId}:${index}` }
    const input = {
      ...item,
      kind: 'request',
      urgency: 'normal',
      photos: [],
      area,
      identity: 'shielded',
      channel: 'meeting',
    } satisfies Composition
    const { appeal } = await file(own, input, { personId, title }, {})
    raised.push({ id: appeal._id, number: appeal.number, title: appeal.title })
  }
  await changeMeeting(context, 'meeting.raise', id, (meeting, attempt) => decide(meeting, raised, attempt))
  return { raised }
}
