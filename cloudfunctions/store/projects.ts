import type { ListedProject, Project, ProjectState } from '../../domain/project/project.ts'
import { collection, command } from './collection.ts'
import { after, type Cursor } from './cursor.ts'

export const projects = collection<Project>('projects')

/** Puts a decided project in place of the one that was read; false, and nothing saved, when it changed meanwhile. */
export async function saveProject({ _id, version, turn }: Project, decided: Project): Promise<boolean> {
  const { _id: _, turn: __, closing, ...fields } = decided
  // An object must be set as a whole, and fails where null stands.
  const change = {
    ...fields,
    lead: command.set(fields.lead),
    ...(closing && { closing: command.set(closing) }),
  }
  return (await projects.update({ _id, version, turn }, change)) === 1
}

/** Writes down how far a project was carried over; false when somebody was faster: then it is looked at again. */
export async function saveCarried(
  { _id, version, turn }: Project,
  carried: Pick<Project, 'members' | 'tickAt'>,
): Promise<boolean> {
  return (await projects.update({ _id, version, turn }, { ...carried, turn: turn + 1 })) === 1
}

/** Projects of an organisation and all below it, newest first. */
export function projectsOf(
  scope: string,
  state: ProjectState,
  from: Cursor | undefined,
  limit: number,
): Promise<ListedProject[]> {
  const where = { scopes: scope, state }
  return projects.find({
    where: from ? after(where, ['createdAt', 'desc'], from) : where,
    sort: [
      ['createdAt', 'desc'],
      ['_id', 'desc'],
    ],
    limit,
    without: ['log', 'closing'],
  })
}

/** What the timer must carry over by a moment, what has waited longest first. */
export function dueProjects(now: number, limit: number): Promise<Project[]> {
  return projects.find({
    where: { tickAt: command.lte(now) },
    sort: [
      ['tickAt', 'asc'],
      ['_id', 'asc'],
    ],
    limit,
  })
}
