import { Refusal } from '../errors.ts'
import { type Actor, actorOf } from '../people/actor.ts'
import type { Caller } from '../people/roles.ts'
import { granted, mayEver } from '../permission.ts'
import type { Payable } from '../points/cause.ts'
import type { Appeal, Changes, Outgoing } from './appeal.ts'
import { type Derived, derived } from './derived.ts'
import { earnings } from './earning.ts'
import { limits } from './limits.ts'
import { type AppealEvent, sealEvent } from './log.ts'
import { type Carried, obstacleTo, possibleActions, situationOf } from './possible.ts'
import { relationsTo } from './privacy.ts'
import { type AppealAction, type AppealState, fits, stateNames, transitions } from './states.ts'
import { tell } from './telling.ts'

/** What a request brings besides the appeal: who, when, and the phone's request id. */
export interface Attempt {
  caller: Caller | 'clock'
  now: number
  requestId: string
}

/** What a step changes: fields of the appeal, the event that says so, whom to tell, what it pays. Saved in one conditional update. */
export interface Decision {
  patch: Changes & Derived
  event: AppealEvent
  tell: Outgoing[]
  pay: Payable[]
}

/** What changes nothing that anybody decides by: others saw it too, the person urges, the clock warns, somebody is named. */
const passing: readonly AppealAction[] = ['support', 'urge', 'warn', 'name']

/** Whether somebody decides on how things stand: nothing has happened since but what makes no difference. */
function isFresh({ version, events }: Appeal, seenVersion: number): boolean {
  return seenVersion <= version && events.slice(seenVersion).every(({ action }) => passing.includes(action))
}

// What anybody may do, one does as oneself: a hat would say who it was. Who files for somebody else does it under
// their hat, and answers for them as what they are.
function asActor({ filedBy, reporterId }: Appeal, action: AppealAction, caller: Attempt['caller']): Actor {
  if (caller === 'clock' || !mayEver(`appeal.${action}`, undefined)) return actorOf(caller)
  const files = filedBy?.personId === caller.personId && reporterId === caller.personId
  if (!files) return actorOf(bare(caller))
  return action === 'submit' ? actorOf(caller) : { ...actorOf(bare(caller)), title: '代报人' }
}

const bare = ({ personId }: Caller): Caller => ({ personId, hat: undefined })

/** What may still be done when a log is all but full: finish. */
const finishing: readonly AppealAction[] = ['resolve', 'confirm', 'followUp', 'withdraw', 'decline']

/** Refuses what the tables don't allow, with what is possible instead; then what was decided on an old sight. */
export function check(
  appeal: Appeal,
  action: Carried,
  { caller, now }: { caller: Caller; now: number },
  seenVersion: number,
): void {
  const relations = relationsTo(appeal, caller)
  const role = caller.hat?.role
  if (!granted(`appeal.${action}`, role, relations)) throw new Refusal('NOT_YOURS')
  const situation = situationOf(appeal, caller.personId)
  if (!fits(action, appeal.state)) {
    if (action === 'accept' && appeal.state === 'accepted') {
      const { organisation, responsible } = appeal
      throw new Refusal('ALREADY_ACCEPTED', {
        organisation: organisation.name,
        title: responsible?.title ?? '有人',
      })
    }
    const possible = possibleActions(situation, role, relations, now).map((each) => transitions[each].name)
    throw new Refusal('NOT_POSSIBLE', {
      state: stateNames[appeal.state],
      action: transitions[action].name,
      possible: possible.length ? `现在可以：${possible.join('、')}。` : '现在不用您做什么。',
    })
  }
  const obstacle = obstacleTo(action, situation, now)
  if (obstacle) throw new Refusal(obstacle.code, obstacle.details)
  // Whoever passes by has seen no version: nothing that they decide depends on one.
  if (action !== 'support' && !isFresh(appeal, seenVersion)) throw new Refusal('STALE')
  const room = finishing.includes(action) ? limits.events : limits.events - limits.lastEvents
  if (appeal.events.length >= room) throw new Refusal('LOG_FULL')
}

export type EventDetails = Partial<
  Omit<AppealEvent, 'sequence' | 'action' | 'from' | 'to' | 'actor' | 'at' | 'requestId' | 'hash' | 'changes'>
>

/** Makes the event of a step, and all that follows from it. The tables have been asked. */
export function step(
  appeal: Appeal,
  action: AppealAction,
  to: AppealState,
  { caller, now, requestId }: Attempt,
  details: EventDetails,
  changes: Changes = {},
): Decision {
  const event = sealEvent(appeal.events.at(-1), {
    action,
    from: appeal.version === 0 ? null : appeal.state,
    to,
    actor: asActor(appeal, action, caller),
    at: now,
    requestId,
    words: '',
    photos: [],
    ...details,
    changes,
  })
  const patch = { ...changes, ...derived(appeal, changes, event) }
  const taken = { before: appeal, after: { ...appeal, ...patch }, event }
  return { patch, event, tell: tell(taken), pay: earnings(taken) }
}

/** An appeal as it is after a decision: what the store saves. */
export function afterStep(appeal: Appeal, { patch, event, tell, pay }: Decision): Appeal {
  return {
    ...appeal,
    ...patch,
    version: event.sequence,
    events: [...appeal.events, event],
    outbox: [...appeal.outbox, ...tell],
    ...(pay.length > 0 && { causes: [...(appeal.causes ?? []), ...pay] }),
  }
}
