import { setTimeout } from 'node:timers/promises'
import { Refusal } from '../../../domain/errors.ts'
import { granted, type PermissionKey } from '../../../domain/permission.ts'
import { standingTo } from '../../../domain/place/organisation.ts'
import type { ProjectAttempt } from '../../../domain/project/decisions.ts'
import type { Project } from '../../../domain/project/project.ts'
import { carryProject } from '../../carry/project.ts'
import { projects, saveProject } from '../../store/projects.ts'
import { requestKey } from '../audited.ts'
import type { Context } from '../useCase.ts'

/** Batches that the caller waits for; the timer carries over what is left. */
const waitedFor = 2
// Of many at once somebody gets through each time.
const attempts = 40
const longestWait = 40

/** A project that the caller may do this to; refuses what is not there and what is not theirs. */
export async function requireProject(
  { caller }: Pick<Context, 'caller'>,
  action: PermissionKey,
  id: string,
): Promise<Project> {
  const project = await projects.get(id)
  if (!project) throw new Refusal('PROJECT_NOT_FOUND')
  if (!mayTo(action, project, caller)) throw new Refusal('NOT_YOURS')
  return project
}

export function mayTo(
  action: PermissionKey,
  { lead }: Pick<Project, 'lead'>,
  { hat }: Context['caller'],
): boolean {
  const standing = standingTo({ _id: lead.id, ancestors: lead.ancestors }, hat)
  return granted(action, hat?.role, standing ? [standing] : [])
}

export const projectAttempt = (context: Context): ProjectAttempt => ({
  caller: context.caller,
  now: context.now,
  key: requestKey(context),
})

/**
 * A change of a project: load → decide → save, decided anew when somebody was faster; then carried over to its appeals.
 * The same request again changes nothing and carries on.
 */
export async function changeProject(
  context: Context,
  action: PermissionKey,
  id: string,
  decide: (project: Project, attempt: ProjectAttempt) => Project | Promise<Project>,
): Promise<{ id: string }> {
  const attempt = projectAttempt(context)
  for (let tried = 1; ; tried += 1) {
    const project = await requireProject(context, action, id)
    if (project.log.some(({ key }) => key === attempt.key)) break
    if (await saveProject(project, await decide(project, attempt))) break
    if (tried === attempts) throw new Refusal('STALE')
    await setTimeout(Math.random() * longestWait)
  }
  await carryOn(id, context.now)
  return { id }
}

export async function carryOn(id: string, now: number): Promise<void> {
  let turns = 0
  await carryProject(id, now, () => {
    turns += 1
    return turns <= waitedFor
  })
}
