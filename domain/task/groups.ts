import type { GroupTask } from '../group/group.ts'
import { holding, type Task } from './task.ts'

/** By group chat: how many places its people took of a task, and how soon after publication the first one. */
export function groupTasks(
  task: Pick<Task, '_id' | 'title' | 'claims' | 'log' | 'createdAt' | 'to'>,
): Map<string, GroupTask> {
  const published = task.log.find(({ action }) => action === 'publish')?.at ?? task.createdAt
  const taken = new Map<string, GroupTask>()
  for (const { groupId, state, at } of task.claims) {
    if (groupId === null || !holding.includes(state)) continue
    const before = taken.get(groupId)
    const first = Math.min(before?.first ?? Number.POSITIVE_INFINITY, at - published)
    taken.set(groupId, {
      id: task._id,
      title: task.title,
      at: task.to,
      claims: (before?.claims ?? 0) + 1,
      first,
    })
  }
  return taken
}
