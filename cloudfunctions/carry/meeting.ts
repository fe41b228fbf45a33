import { toWrite } from '../../domain/meeting/meeting.ts'
import { settled, stands, write } from '../../domain/meeting/writing.ts'
import { appealsById, saveStep } from '../store/appeals.ts'
import { meetings, saveWritten } from '../store/meetings.ts'

const batch = 20

/** Writes the decisions of a meeting back to its appeals, each once; it may be broken off anywhere. */
export async function carryMeeting(id: string, now: number, goOn: () => boolean): Promise<void> {
  while (goOn()) {
    const meeting = await meetings.get(id)
    const next = meeting ? toWrite(meeting).slice(0, batch) : []
    if (!meeting || next.length === 0) return
    const found = await appealsById(next.map((item) => item.id))
    const outcomes = new Map<string, 'written' | 'missed'>()
    await Promise.all(
      next.map(async (item) => {
        const appeal = found.find(({ _id }) => _id === item.id)
        const decision = appeal && write(meeting, item, appeal, now)
        if (decision ? await saveStep(appeal, decision) : appeal && stands(meeting, appeal))
          outcomes.set(item.id, 'written')
        else if (!decision) outcomes.set(item.id, 'missed')
      }),
    )
    await saveWritten(meeting, settled(meeting, outcomes, now))
  }
}
