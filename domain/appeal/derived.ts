import { type Appeal, type Changes, changing, type Loaded, noDue } from './appeal.ts'
import type { AppealEvent } from './log.ts'
import type { Urgency } from './names.ts'
import { keysOf, scopesOf } from './search/keys.ts'
import { type AppealAction, type AppealState, isOpen, isWorking } from './states.ts'

/** What follows from the log and from what steps changed; stored, so that lists find and sort by it. */
export type Derived = Pick<
  Appeal,
  | 'state'
  | 'open'
  | 'working'
  | 'dueAt'
  | 'tickAt'
  | 'helperIds'
  | 'supporters'
  | 'updatedAt'
  | 'lastNote'
  | 'reporterId'
  | 'scopes'
  | 'keys'
>

/** What lists need of an appeal after an event, given what it was before. */
export function derived(before: Appeal, changes: Changes, event: AppealEvent): Derived {
  const after = { ...before, ...changes }
  const speaks =
    speaking.includes(event.action) && !event.internal && event.words !== '' && event.to !== 'declined'
  const lastNote = speaks ? event.words : before.lastNote
  const { action, actor } = event
  // Whose identity has been forgotten is not known any more.
  const seen = action === 'support' && actor.personId !== '' ? [actor.personId] : []
  return {
    state: event.to,
    // Whoever claims it is who asks from now on; only the actor says who, so that it can be forgotten.
    reporterId: action === 'claim' ? actor.personId : before.reporterId,
    open: isOpen(event.to),
    working: isWorking(event.to),
    dueAt: dueAt(event.to, after),
    // The timer looks after every step: to tell those who must know, and to see when the next clock runs out.
    tickAt: event.at,
    helperIds: after.assistants.flatMap(({ id, state }) => (state === 'open' ? [id] : [])),
    supporters: [...before.supporters, ...seen],
    // What nobody did to it doesn't move it in lists of what was done.
    updatedAt: unmoving.includes(action) ? before.updatedAt : event.at,
    ...(lastNote !== undefined && { lastNote }),
    // It is found by these where it is now; who gave it away finds it no more.
    ...((changes.organisation || changes.category) && { scopes: scopesOf(after), keys: keysOf(after) }),
  }
}

/** By these a handler says something that the person reads: what was done, how it goes. */
const speaking: readonly AppealAction[] = ['note', 'resolve', 'projectDone', 'decide', 'conclude']

const unmoving: readonly AppealAction[] = ['inherit', 'warn', 'name', 'claim', 'leave']

/** The clock that runs in a state: to be accepted, then to be resolved; while suspended, the day that is waited for. */
export function dueAt(
  state: AppealState,
  { acceptBy, resolveBy, suspensions }: Pick<Appeal, 'acceptBy' | 'resolveBy' | 'suspensions'>,
): number {
  if (state === 'submitted' || state === 'dispatched') return acceptBy
  if (state === 'accepted') return resolveBy ?? noDue
  return state === 'suspended' ? (suspensions.until ?? noDue) : noDue
}

/** How much of somebody's work an appeal is, by urgency. */
export const weights: Record<Urgency, number> = { urgent: 4, high: 2, normal: 1, hard: 3 }

/** Whose open work an appeal counts into now: who took it on, before that who was named; null when nobody's. */
export function loadOf({ working, state, responsible, named, organisation, urgency }: Appeal): Loaded | null {
  if (!working) return null
  const who = state === 'accepted' || state === 'suspended' ? responsible : named
  return who && { organisationId: organisation.id, personId: who.personId, weight: weights[urgency] }
}

/** The appeal that its log tells of: what was said in the first place, then every event in order. */
export function rebuilt(appeal: Appeal): Appeal {
  const unsaid = new Set<string>([...changing, 'lastNote', 'scopes', 'keys'])
  const said = Object.fromEntries(Object.entries(appeal).filter(([field]) => !unsaid.has(field)))
  // The first event sets all that steps change.
  let told = { ...said, supporters: [], events: [] } as unknown as Appeal
  for (const event of appeal.events) {
    const patch = { ...event.changes, ...derived(told, event.changes, event) }
    told = { ...told, ...patch, version: event.sequence }
  }
  return { ...told, events: appeal.events }
}
