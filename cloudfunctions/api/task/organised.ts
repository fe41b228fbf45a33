import { Refusal } from '../../../domain/errors.ts'
import { granted, type PermissionKey } from '../../../domain/permission.ts'
import { standingTo } from '../../../domain/place/organisation.ts'
import type { ListedTask, Task } from '../../../domain/task/task.ts'
import type { Context } from '../useCase.ts'

/** Whether the hat that is worn may do this to a task. */
export function mayTo(
  action: PermissionKey,
  { organisation }: Pick<ListedTask, 'organisation'>,
  { hat }: Context['caller'],
): boolean {
  const standing = standingTo({ _id: organisation.id, ancestors: organisation.ancestors }, hat)
  return granted(action, hat?.role, standing ? [standing] : [])
}

/** Refuses whoever may not do this to a task. */
export function requireOrganised(action: PermissionKey, task: Task, caller: Context['caller']): Task {
  if (!mayTo(action, task, caller)) throw new Refusal('NOT_YOURS')
  return task
}
