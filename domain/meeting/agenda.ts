import type { Appeal } from '../appeal/appeal.ts'
import { meetingLimits } from './limits.ts'
import type { Item, Why } from './meeting.ts'

type Candidate = Pick<
  Appeal,
  | '_id'
  | 'number'
  | 'title'
  | 'place'
  | 'category'
  | 'assistants'
  | 'supporters'
  | 'children'
  | 'dueAt'
  | 'working'
  | 'confidential'
>

/**
 * What a meeting should talk about (appeals.md, Projects and meetings): what spans departments, is late, or comes again
 * and again; what has most reasons first, then what is due first. What is confidential is not for a room.
 */
export function draftAgenda(candidates: readonly Candidate[], now: number): Item[] {
  const known = new Map(candidates.filter(proposable).map((each) => [each._id, each]))
  const open = [...known.values()]
  const alike = new Map<string, number>()
  for (const each of open) alike.set(keyOf(each), (alike.get(keyOf(each)) ?? 0) + 1)
  return open
    .map((appeal) => ({ appeal, why: whyOf(appeal, alike.get(keyOf(appeal)) ?? 0, now) }))
    .filter(({ why }) => why.length > 0)
    .sort((a, b) => b.why.length - a.why.length || a.appeal.dueAt - b.appeal.dueAt)
    .slice(0, meetingLimits.proposed)
    .map(({ appeal, why }) => itemOf(appeal, why))
}

export const itemOf = (
  { _id, number, title, place }: Pick<Candidate, '_id' | 'number' | 'title' | 'place'>,
  why: Why[],
): Item => ({ id: _id, number, title, placeName: place.name, why, decision: null, written: false })

const proposable = ({ working, confidential }: Candidate): boolean => working && !confidential
/** The same kind of thing in the same place. */
const keyOf = ({ category, place }: Candidate): string => `${category} ${place.area}`

function whyOf({ assistants, supporters, children, dueAt }: Candidate, alike: number, now: number): Why[] {
  const reasons: [Why, boolean][] = [
    ['crossDepartment', assistants.some(({ state }) => state === 'open')],
    ['overdue', dueAt <= now],
    ['repeated', children > 0 || supporters.length > 0 || alike > 1],
  ]
  return reasons.flatMap(([why, holds]) => (holds ? [why] : []))
}
