import { Refusal } from '../errors.ts'
import { type Caller, roleNames } from '../people/roles.ts'
import { granted } from '../permission.ts'
import { type Organisation, organisationReference } from '../place/organisation.ts'
import { type Answer, type Appeal, noDue } from './appeal.ts'
import { deadlines } from './clocks.ts'
import { limits } from './limits.ts'
import { type Actor, type AppealEvent, sealEvent } from './log.ts'
import { type Carried, mustKeep, possibleActions } from './possible.ts'
import { relationsTo } from './privacy.ts'
import { type AppealState, fits, isOpen, isWorking, type Outcome, stateNames, transitions } from './states.ts'

/** What a request brings besides the appeal: who, when, and the phone's request id. */
export interface Attempt {
  caller: Caller
  now: number
  requestId: string
}

/** What a step changes: fields of the appeal, and the event that says so. Saved in one conditional update. */
export interface Decision {
  patch: Partial<Omit<Appeal, 'events' | 'version' | '_id'>>
  event: AppealEvent
}

/** The caller as the log names them. */
export function actorOf({ personId, hat }: Caller): Actor {
  if (!hat) return { personId, role: 'person', title: '本人' }
  const { id, name } = hat.organisation
  return { personId, role: hat.role, title: hat.title ?? roleNames[hat.role], organisation: { id, name } }
}

/** Refuses what the tables don't allow, with what is possible instead; then what was decided on an old sight. */
export function check(appeal: Appeal, action: Carried, { caller }: Attempt, seenVersion: number): void {
  const relations = relationsTo(appeal, caller)
  const role = caller.hat?.role
  if (!granted(`appeal.${action}`, role, relations)) throw new Refusal('NOT_YOURS')
  const situation = { ...appeal, catchAllId: appeal.organisation.catchAllId }
  if (!fits(action, appeal.state)) {
    if (action === 'accept' && appeal.state === 'accepted')
      throw new Refusal('ALREADY_ACCEPTED', { organisation: appeal.organisation.name })
    const possible = possibleActions(situation, role, relations).map((each) => transitions[each].name)
    throw new Refusal('NOT_POSSIBLE', {
      state: stateNames[appeal.state],
      action: transitions[action].name,
      possible: possible.length ? `现在可以：${possible.join('、')}。` : '现在不用您做什么。',
    })
  }
  const keep = action === 'return' ? mustKeep(situation) : undefined
  if (keep) throw new Refusal(keep)
  if (seenVersion !== appeal.version) throw new Refusal('STALE')
  if (appeal.events.length >= limits.events) throw new Refusal('LOG_FULL')
}

type EventDetails = Partial<
  Pick<
    AppealEvent,
    | 'words'
    | 'photos'
    | 'organisation'
    | 'proposed'
    | 'dispatch'
    | 'answer'
    | 'outcome'
    | 'internal'
    | 'ahead'
  >
>

function step(
  appeal: Appeal,
  action: Carried,
  to: AppealState,
  { caller, now, requestId }: Attempt,
  details: EventDetails,
  patch: Decision['patch'] = {},
): Decision {
  const clocks = { ...appeal, ...patch }
  return {
    patch: {
      ...patch,
      state: to,
      open: isOpen(to),
      working: isWorking(to),
      dueAt: dueAt(to, clocks.acceptBy, clocks.resolveBy),
      updatedAt: now,
    },
    event: sealEvent(appeal.events.at(-1), {
      action,
      from: appeal.state,
      to,
      actor: actorOf(caller),
      at: now,
      requestId,
      words: '',
      photos: [],
      ...details,
    }),
  }
}

/** The clock that runs in a state: to be accepted, then to be resolved; none after that. */
export function dueAt(state: AppealState, acceptBy: number, resolveBy: number | undefined): number {
  if (state === 'submitted' || state === 'dispatched') return acceptBy
  return state === 'accepted' ? (resolveBy ?? noDue) : noDue
}

export function accept(appeal: Appeal, attempt: Attempt): Decision {
  const { personId, title } = actorOf(attempt.caller)
  const ahead = appeal.acceptBy - attempt.now
  return step(appeal, 'accept', 'accepted', attempt, { ahead }, { responsible: { personId, title } })
}

export function note(appeal: Appeal, attempt: Attempt, said: Said & { internal: boolean }): Decision {
  const shown = said.internal ? {} : { lastNote: said.words }
  return step(appeal, 'note', appeal.state, attempt, said, shown)
}

interface Said {
  words: string
  photos: string[]
}

/** A snap asks for a photo of how it looks now. */
export function resolve(appeal: Appeal, attempt: Attempt, said: Said): Decision {
  if (appeal.kind === 'snap' && said.photos.length === 0) throw new Refusal('PHOTO_NEEDED')
  return step(appeal, 'resolve', 'resolved', attempt, said, { lastNote: said.words })
}

const outcomes = { satisfied: 'solved', partly: 'partly' } as const satisfies Partial<Record<Answer, Outcome>>

/** The person's one tap. Unsatisfied: back to who is responsible, on the same clocks. */
export function confirm(appeal: Appeal, attempt: Attempt, answer: Answer, words: string): Decision {
  if (answer === 'unsatisfied') return step(appeal, 'confirm', 'accepted', attempt, { answer, words })
  const outcome = outcomes[answer]
  return step(appeal, 'confirm', 'closed', attempt, { answer, words, outcome }, { outcome })
}

export function withdraw(appeal: Appeal, attempt: Attempt, words: string): Decision {
  return step(appeal, 'withdraw', 'withdrawn', attempt, { words })
}

/**
 * Not ours: back to the catch-all above, with a proposal. Its dispatcher places it; the third time it must keep it.
 * No clock restarts.
 */
export function giveBack(
  appeal: Appeal,
  attempt: Attempt,
  catchAll: Organisation,
  proposed: { id: string; name: string },
  words: string,
): Decision {
  const returns = appeal.returns + 1
  const final = returns > limits.returns
  return step(
    appeal,
    'return',
    final ? 'dispatched' : 'submitted',
    attempt,
    { words, proposed, organisation: { id: catchAll._id, name: catchAll.name } },
    { returns, final, proposed, organisation: organisationReference(catchAll) },
  )
}

/**
 * The organisation that had it was merged into another, which has it from now on, in the state and on the clocks as
 * they are. The event is named by the merger, so that it stands in the log once.
 */
export function inherit(
  appeal: Appeal,
  { caller, now }: Pick<Attempt, 'caller' | 'now'>,
  former: Pick<Organisation, '_id' | 'name'>,
  heir: Organisation,
): Decision {
  return {
    patch: { organisation: organisationReference(heir) },
    event: sealEvent(appeal.events.at(-1), {
      action: 'inherit',
      from: appeal.state,
      to: appeal.state,
      actor: actorOf(caller),
      at: now,
      requestId: `inherit-${former._id}-${heir._id}`,
      words: `${former.name}并入${heir.name}，由${heir.name}承接`,
      photos: [],
      organisation: { id: heir._id, name: heir.name },
    }),
  }
}

/**
 * A dispatcher's own choice. The new organisation gets a full time to accept; the time to resolve, once promised to
 * the person, stays (docs/decisions).
 */
export function dispatch(appeal: Appeal, attempt: Attempt, target: Organisation, words: string): Decision {
  const organisation = { id: target._id, name: target.name }
  return step(
    appeal,
    'dispatch',
    'dispatched',
    attempt,
    { words, organisation },
    {
      organisation: organisationReference(target),
      proposed: null,
      acceptBy: deadlines(appeal.kind, appeal.urgency, attempt.now).acceptBy,
    },
  )
}
