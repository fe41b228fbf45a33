import { Refusal } from '../../../domain/errors.ts'
import { finish as decide } from '../../../domain/meeting/decisions.ts'
import type { UseCase } from '../useCase.ts'
import { changeMeeting, writeOn } from './change.ts'

/** 开完了: its decisions are written back to their appeals. */
export const finish: UseCase<'meeting.finish'> = async (context, { id, version }) => {
  const done = await changeMeeting(context, 'meeting.finish', id, (meeting, attempt) => {
    if (meeting.version !== version) throw new Refusal('MEETING_STALE')
    return decide(meeting, attempt)
  })
  await writeOn(id, context.now)
  return done
}
