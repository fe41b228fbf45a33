import { Refusal } from '../errors.ts'
import { actorOf } from '../people/actor.ts'
import type { Caller, Hat } from '../people/roles.ts'
import { projectLimits } from './limits.ts'
import { countOf, type Milestone, nextCarry, type Project, type ProjectEvent } from './project.ts'

/** Who decides, when, under which key of the request. */
export interface ProjectAttempt {
  caller: Caller
  now: number
  key: string
}

interface Planned {
  title: string
  progress: string
  milestones: readonly { name: string; by: number; done: boolean }[]
}

/** A new project of an organisation, with its first appeals on their way in. */
export function create(
  id: string,
  { title, progress, milestones }: Planned,
  appealIds: readonly string[],
  lead: Hat['organisation'],
  attempt: ProjectAttempt,
): Project {
  const { now } = attempt
  const members = [...new Set(appealIds)].map((id) => ({ id, standing: 'joining' as const }))
  return {
    _id: id,
    title,
    progress,
    progressAt: now,
    lead,
    scopes: [lead.id, ...lead.ancestors],
    state: 'open',
    milestones: planned([], milestones, now),
    members,
    closing: null,
    log: [eventOf('create', attempt, title)],
    tickAt: nextCarry({ members }, now),
    createdAt: now,
    updatedAt: now,
    version: 1,
    turn: 0,
  }
}

/** Takes further appeals in; those that are in already stay. Refuses more than fit. */
export function add(project: Project, appealIds: readonly string[], attempt: ProjectAttempt): Project {
  const fresh = [...new Set(appealIds)].filter(
    (id) => !project.members.some((each) => each.id === id && each.standing !== 'leaving'),
  )
  const kept = project.members.filter(({ id }) => !fresh.includes(id))
  const members = [...kept, ...fresh.map((id) => ({ id, standing: 'joining' as const }))]
  if (countOf({ members }) > projectLimits.appeals)
    throw new Refusal('PROJECT_FULL', { limit: projectLimits.appeals })
  return changed(project, { members }, 'add', attempt, `${fresh.length} 件`)
}

/** Lets one go its own way again. */
export function remove(project: Project, appealId: string, attempt: ProjectAttempt): Project {
  if (!project.members.some(({ id }) => id === appealId)) throw new Refusal('APPEAL_NOT_FOUND')
  const members = project.members.map((each) =>
    each.id === appealId ? { id: appealId, standing: 'leaving' as const } : each,
  )
  return changed(project, { members }, 'remove', attempt, '1 件')
}

/** What everybody may read of how it goes, and which milestones are done. */
export function progress(
  project: Project,
  { progress, milestones }: Omit<Planned, 'title'>,
  attempt: ProjectAttempt,
): Project {
  const change = {
    progress,
    progressAt: attempt.now,
    milestones: planned(project.milestones, milestones, attempt.now),
  }
  return changed(project, change, 'progress', attempt, progress)
}

/** Done: its appeals are finished with these words, one after the other (carrying.ts). */
export function close(
  project: Project,
  said: { words: string; photos: string[] },
  attempt: ProjectAttempt,
): Project {
  const members = project.members.map(({ id, standing }) => ({
    id,
    standing: standing === 'leaving' ? standing : ('finishing' as const),
  }))
  const closing = { ...said, caller: attempt.caller }
  return changed(project, { state: 'closed', members, closing }, 'close', attempt, said.words)
}

function changed(
  project: Project,
  change: Partial<Project>,
  action: ProjectEvent['action'],
  attempt: ProjectAttempt,
  words: string,
): Project {
  if (project.state === 'closed') throw new Refusal('PROJECT_CLOSED', { title: project.title })
  if (project.log.length >= projectLimits.events && action !== 'close') throw new Refusal('LOG_FULL')
  const after = { ...project, ...change }
  return {
    ...after,
    log: [...project.log, eventOf(action, attempt, words)],
    tickAt: nextCarry(after, attempt.now),
    updatedAt: attempt.now,
    version: project.version + 1,
  }
}

const eventOf = (
  action: ProjectEvent['action'],
  { caller, now, key }: ProjectAttempt,
  words: string,
): ProjectEvent => ({ key, action, actor: actorOf(caller), at: now, words })

// What was done stays done at the time when it was.
function planned(before: readonly Milestone[], wanted: Planned['milestones'], now: number): Milestone[] {
  return wanted.map(({ name, by, done }) => {
    const doneAt = before.find((each) => each.name === name)?.doneAt ?? now
    return { name, by, doneAt: done ? doneAt : null }
  })
}
