import type { Meeting, MeetingState } from '../../domain/meeting/meeting.ts'
import { collection, command } from './collection.ts'
import { after, type Cursor } from './cursor.ts'

export const meetings = collection<Meeting>('meetings')

/** Puts a decided meeting in place of the one that was read; false, and nothing saved, when it changed meanwhile. */
export async function saveMeeting({ _id, version, turn }: Meeting, decided: Meeting): Promise<boolean> {
  const { _id: _, turn: __, finishedBy, ...fields } = decided
  // An object must be set as a whole, and fails where null stands.
  const change = {
    ...fields,
    organisation: command.set(fields.organisation),
    ...(finishedBy && { finishedBy: command.set(finishedBy) }),
  }
  return (await meetings.update({ _id, version, turn }, change)) === 1
}

/** Writes down what was written back; false when somebody was faster: then it is looked at again. */
export async function saveWritten(
  { _id, version, turn }: Meeting,
  written: Pick<Meeting, 'items' | 'tickAt'>,
): Promise<boolean> {
  return (await meetings.update({ _id, version, turn }, { ...written, turn: turn + 1 })) === 1
}

/** Meetings of an organisation: those that are to come, or that are over; the latest first. */
export function meetingsOf(
  organisationId: string,
  state: MeetingState,
  from: Cursor | undefined,
  limit: number,
): Promise<Meeting[]> {
  const where = { 'organisation.id': organisationId, state }
  return meetings.find({
    where: from ? after(where, ['at', 'desc'], from) : where,
    sort: [
      ['at', 'desc'],
      ['_id', 'desc'],
    ],
    limit,
    without: ['log'],
  })
}

/** What the timer must write back by a moment. */
export function dueMeetings(now: number, limit: number): Promise<Meeting[]> {
  return meetings.find({
    where: { tickAt: command.lte(now) },
    sort: [
      ['tickAt', 'asc'],
      ['_id', 'asc'],
    ],
    limit,
  })
}
