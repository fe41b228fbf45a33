import type { Group, GroupTask } from '../../domain/group/group.ts'
import { groupLimits } from '../../domain/group/group.ts'
import { collection, command } from './collection.ts'
import { after, type Cursor } from './cursor.ts'

export const groups = collection<Group>('groups')

/** Groups that are bound to an organisation, the newest first. */
export function groupsOf(organisationId: string, from: Cursor | undefined, limit: number): Promise<Group[]> {
  const where = { 'organisation.id': organisationId }
  return groups.find({
    where: from ? after(where, ['at', 'desc'], from) : where,
    sort: [
      ['at', 'desc'],
      ['_id', 'desc'],
    ],
    limit,
  })
}

/** Notes how fast a group took places of a task that is over; once a task. The last ones are kept. */
export async function noteTask(groupId: string, task: GroupTask): Promise<void> {
  await groups.update(
    { _id: groupId, 'tasks.id': command.neq(task.id) },
    { tasks: command.push({ each: [task], slice: -groupLimits.tasks }) },
  )
}
