import { setTimeout } from 'node:timers/promises'
import { Refusal } from '../../../domain/errors.ts'
import type { MeetingAttempt } from '../../../domain/meeting/decisions.ts'
import type { Meeting } from '../../../domain/meeting/meeting.ts'
import { granted, type PermissionKey } from '../../../domain/permission.ts'
import { standingTo } from '../../../domain/place/organisation.ts'
import { carryMeeting } from '../../carry/meeting.ts'
import { meetings, saveMeeting } from '../../store/meetings.ts'
import { requestKey } from '../audited.ts'
import type { Context } from '../useCase.ts'

// Of many at once somebody gets through each time.
const attempts = 40
const longestWait = 40
/** Batches that the caller waits for; the timer writes back what is left. */
const waitedFor = 2

/** A meeting that the caller may do this to; refuses what is not there and what is not theirs. */
export async function requireMeeting(
  { caller }: Pick<Context, 'caller'>,
  action: PermissionKey,
  id: string,
): Promise<Meeting> {
  const meeting = await meetings.get(id)
  if (!meeting) throw new Refusal('MEETING_NOT_FOUND')
  if (!mayTo(action, meeting, caller)) throw new Refusal('NOT_YOURS')
  return meeting
}

export function mayTo(
  action: PermissionKey,
  { organisation: { id, ancestors } }: Pick<Meeting, 'organisation'>,
  { hat }: Context['caller'],
): boolean {
  const standing = standingTo({ _id: id, ancestors }, hat)
  return granted(action, hat?.role, standing ? [standing] : [])
}

export const meetingAttempt = (context: Context): MeetingAttempt => ({
  caller: context.caller,
  now: context.now,
  key: requestKey(context),
})

/** A change of a meeting, decided anew when somebody was faster; the same request again changes nothing. */
export async function changeMeeting(
  context: Context,
  action: PermissionKey,
  id: string,
  decide: (meeting: Meeting, attempt: MeetingAttempt) => Meeting | Promise<Meeting>,
): Promise<{ id: string }> {
  const attempt = meetingAttempt(context)
  for (let tried = 1; ; tried += 1) {
    const meeting = await requireMeeting(context, action, id)
    if (meeting.log.some(({ key }) => key === attempt.key)) break
    if (await saveMeeting(meeting, await decide(meeting, attempt))) break
    if (tried === attempts) throw new Refusal('MEETING_STALE')
    await setTimeout(Math.random() * longestWait)
  }
  return { id }
}

export async function writeOn(id: string, now: number): Promise<void> {
  let turns = 0
  await carryMeeting(id, now, () => {
    turns += 1
    return turns <= waitedFor
  })
}
