import type { Appeal } from '../appeal/appeal.ts'
import { type Attempt, afterStep, type Decision, step } from '../appeal/decisions.ts'
import { accept, resolve, resume } from '../appeal/handling.ts'
import { limits } from '../appeal/limits.ts'
import { obstacleTo, situationOf } from '../appeal/possible.ts'
import { isOpen, isWorking } from '../appeal/states.ts'
import { nextCarry, type Project, type Standing } from './project.ts'

/** What carrying a project over does to one appeal, and how that stands afterwards; `gone`: it does not belong to it. */
export interface Carried {
  /** One after the other; each follows from the one before. */
  decisions: Decision[]
  standing: Standing | 'gone'
}

/**
 * The next of an appeal of a project: joins, leaves, is finished with it. Asked again it finds done what is done, so it
 * may be broken off anywhere. `joiner` is who put it in.
 */
export function carry(
  project: Project,
  standing: Standing,
  appeal: Appeal | undefined,
  attempt: Omit<Attempt, 'requestId'>,
): Carried {
  const isIn = appeal?.project?.id === project._id
  if (!appeal) return { decisions: [], standing: 'gone' }
  switch (standing) {
    case 'joining':
      if (isIn) return { decisions: [], standing: 'in' }
      return mayJoin(appeal)
        ? { decisions: [join(project, appeal, attempt)], standing: 'in' }
        : { decisions: [], standing: 'gone' }
    case 'leaving':
      return { decisions: isIn ? [leave(project, appeal, attempt)] : [], standing: 'gone' }
    case 'finishing': {
      if (isIn) return { decisions: finish(project, appeal, attempt), standing: 'finished' }
      if (!mayJoin(appeal)) return { decisions: [], standing: 'gone' }
      const joined = join(project, appeal, attempt)
      return {
        decisions: [joined, ...finish(project, afterStep(appeal, joined), attempt)],
        standing: 'finished',
      }
    }
    default:
      return { decisions: [], standing }
  }
}

/** Open, in no other project, and with room in its log. */
export const mayJoin = ({ state, project, events }: Pick<Appeal, 'state' | 'project' | 'events'>): boolean =>
  isOpen(state) && project === null && events.length < limits.events - limits.lastEvents

function join(
  { _id, title, version }: Project,
  appeal: Appeal,
  attempt: Omit<Attempt, 'requestId'>,
): Decision {
  const requestId = `project-join-${_id}-${version}`
  return step(
    appeal,
    'join',
    appeal.state,
    { ...attempt, requestId },
    { words: title },
    { project: { id: _id, title } },
  )
}

function leave({ _id, version }: Project, appeal: Appeal, attempt: Omit<Attempt, 'requestId'>): Decision {
  const requestId = `project-leave-${_id}-${version}`
  return step(appeal, 'leave', appeal.state, { ...attempt, requestId }, { internal: true }, { project: null })
}

/**
 * The lead organisation's own appeals are resolved, taking them on first where nobody has; whoever has the others is
 * told and asked to (docs/decisions/22).
 */
function finish(project: Project, appeal: Appeal, { now }: Pick<Attempt, 'now'>): Decision[] {
  const { closing } = project
  const requestId = `project-close-${project._id}`
  const before = appeal.events.some((event) => event.requestId === requestId)
  if (!closing || before || !isWorking(appeal.state) || appeal.events.length >= limits.events - 3) return []
  const { words, photos, caller } = closing
  if (!mayResolve(project, appeal, now))
    return [step(appeal, 'projectDone', appeal.state, { caller, now, requestId }, { words, photos })]
  const attempt = { caller, now, requestId: `${requestId}-take` }
  const taking =
    appeal.state === 'dispatched'
      ? accept(appeal, attempt)
      : appeal.state === 'suspended'
        ? resume(appeal, attempt, '')
        : undefined
  const taken = taking ? afterStep(appeal, taking) : appeal
  const done = resolve(taken, { caller, now, requestId }, { words, photos, unsolved: false })
  return taking ? [taking, done] : [done]
}

function mayResolve({ lead, closing }: Project, appeal: Appeal, now: number): boolean {
  const personId = closing?.caller.personId ?? ''
  // An assistant is waited for, a relief has not been decided on: or its letter not answered.
  const obstacle = obstacleTo('resolve', situationOf(appeal, personId), now)
  const unanswered = appeal.reliefCase?.decision?.outcome === 'approved' && !appeal.reliefCase.answer
  const proven = appeal.kind !== 'snap' || (closing?.photos.length ?? 0) > 0
  // Nobody handles their own; what nobody has dispatched yet is not the lead's to finish.
  const own = appeal.reporterId === personId
  const theirs = appeal.organisation.id === lead.id && appeal.state !== 'submitted'
  return theirs && proven && !obstacle && !unanswered && !own
}

/** A project after some of its members were carried over. */
export function settled(
  project: Project,
  standings: ReadonlyMap<string, Carried['standing']>,
  now: number,
): Pick<Project, 'members' | 'tickAt'> {
  const members = project.members.flatMap(({ id, standing }) => {
    const after = standings.get(id) ?? standing
    return after === 'gone' ? [] : [{ id, standing: after }]
  })
  return { members, tickAt: nextCarry({ members }, now) }
}
