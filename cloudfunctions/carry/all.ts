import { stepFailed } from '../log.ts'
import { dueMeetings, meetings } from '../store/meetings.ts'
import { dueProjects, projects } from '../store/projects.ts'
import { carryMeeting } from './meeting.ts'
import { carryProject } from './project.ts'

const batch = 20
/** What fails must not stand in the way of the others; it is tried again after this, in milliseconds. */
const again = 10 * 60_000

/** Carries over what projects and meetings have decided, until nothing is left or time is up. */
export async function carryAll(now: () => number, until: number): Promise<void> {
  const goOn = () => now() < until
  for (const { _id } of await dueProjects(now(), batch))
    await carryProject(_id, now(), goOn).catch(async (error: Error) => {
      stepFailed('project', error, _id)
      await projects.update({ _id }, { tickAt: now() + again })
    })
  for (const { _id } of await dueMeetings(now(), batch))
    await carryMeeting(_id, now(), goOn).catch(async (error: Error) => {
      stepFailed('meeting', error, _id)
      await meetings.update({ _id }, { tickAt: now() + again })
    })
}
