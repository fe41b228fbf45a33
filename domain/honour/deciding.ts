import { noDue } from '../appeal/appeal.ts'
import { endOfSpan } from '../appeal/clocks.ts'
import { digest } from '../appeal/log.ts'
import { Refusal } from '../errors.ts'
import { actorOf } from '../people/actor.ts'
import type { Person } from '../people/person.ts'
import type { Caller } from '../people/roles.ts'
import { periodsAt } from '../points/ranking/periods.ts'
import { rankingName } from '../points/ranking/standing.ts'
import {
  fitsHonour,
  type Honour,
  type HonourAction,
  type HonourNews,
  type HonourState,
  honourStates,
  isPublic,
} from './honour.ts'
import { type HonourKind, honourKinds, honourLimits } from './kinds.ts'

export interface HonourAttempt {
  caller: Caller | 'clock'
  now: number
  key: string
}
export interface ByPerson extends HonourAttempt {
  caller: Caller
}

/** One nomination a year for the same honour of the same organisation. */
export const honourId = (kind: HonourKind, organisationId: string, personId: string, now: number): string =>
  digest(`${kind} ${organisationId} ${personId} ${periodsAt(now).year}`).slice(0, 32)

/** 提名: by somebody else than the person. `signers`: who may look at it next. */
export function nominate(
  person: Pick<Person, '_id' | 'nickname' | 'nicknamePassed'>,
  nomination: Pick<Honour, 'kind' | 'organisation' | 'scopes' | 'reason' | 'facts'>,
  signers: readonly string[],
  attempt: ByPerson,
): Honour {
  const { caller, now } = attempt
  if (caller.personId === person._id) throw new Refusal('HONOUR_OWN')
  const { kind, organisation } = nomination
  const honour: Honour = {
    _id: honourId(kind, organisation.id, person._id, now),
    ...nomination,
    year: periodsAt(now).year,
    personId: person._id,
    name: rankingName(person),
    state: 'proposed',
    nominatedBy: caller.personId,
    signedBy: null,
    noticeEnds: 0,
    publishedAt: 0,
    objections: [],
    log: [],
    outbox: [],
    tickAt: noDue,
    createdAt: now,
    updatedAt: now,
    version: 0,
  }
  const asked = signers.filter((id) => id !== caller.personId && id !== person._id)
  return stepped(honour, 'nominate', 'proposed', attempt, nomination.reason, [
    { personId: person._id, to: 'person' },
    ...asked.map((personId): Told => ({ personId, to: 'signer' })),
  ])
}

/** 复核: a second person agrees, and the notice begins. */
export function sign(honour: Honour, attempt: ByPerson): Honour {
  requireStep(honour, 'sign')
  requireOther(honour, attempt.caller)
  const noticeEnds = endOfSpan(attempt.now, { workingDays: honourLimits.noticeDays })
  const after = stepped(honour, 'sign', 'notice', attempt, '', toAll(honour))
  return { ...after, signedBy: attempt.caller.personId, noticeEnds }
}

/** 复核没同意, with a reason. */
export function refuse(honour: Honour, attempt: ByPerson, words: string): Honour {
  requireStep(honour, 'refuse')
  requireOther(honour, attempt.caller)
  return stepped(honour, 'refuse', 'refused', attempt, words, toAll(honour))
}

/** 提异议: by anybody who has registered, once; who has it in hand has other ways. */
export function object(
  honour: Honour,
  person: Pick<Person, 'community'>,
  attempt: ByPerson,
  words: string,
): Honour {
  const { caller, now } = attempt
  requireStep(honour, 'object')
  if (now >= honour.noticeEnds) throw new Refusal('HONOUR_NOTICE_OVER')
  if (!person.community) throw new Refusal('HONOUR_REGISTER_FIRST')
  if ([honour.personId, honour.nominatedBy, honour.signedBy].includes(caller.personId))
    throw new Refusal('HONOUR_OBJECT_OWN')
  if (honour.objections.some(({ personId }) => personId === caller.personId))
    throw new Refusal('HONOUR_OBJECTED')
  if (honour.objections.length >= honourLimits.objections) throw new Refusal('HONOUR_OBJECTIONS_FULL')
  const bare = asThemselves(attempt)
  const objection = { personId: caller.personId, at: now, words }
  const after = stepped(honour, 'object', 'notice', bare, '', [])
  return { ...after, objections: [...honour.objections, objection] }
}

/** The timer ends a notice: nobody objected, or the signer has to look. */
export function endNotice(honour: Honour, now: number): Honour {
  const attempt = { caller: 'clock', now, key: `end-${honour._id}` } as const
  requireStep(honour, 'endNotice')
  const to = honour.objections.length === 0 ? 'awarded' : 'contested'
  return stepped(honour, 'endNotice', to, attempt, '', toAll(honour))
}

/** After objections: who signed decides, or somebody above (`isAbove`); with a reason either way. */
export function decide(
  honour: Honour,
  attempt: ByPerson,
  { awarded, words, isAbove }: { awarded: boolean; words: string; isAbove: boolean },
): Honour {
  requireStep(honour, 'decide')
  requireDecider(honour, attempt.caller, isAbove)
  return stepped(honour, 'decide', awarded ? 'awarded' : 'refused', attempt, words, toAll(honour))
}

/** Refuses who nominated it or is honoured by it: four eyes, and nobody their own. */
export function requireOther({ personId, nominatedBy }: Honour, caller: Caller): void {
  if (personId === caller.personId) throw new Refusal('HONOUR_OWN')
  if (nominatedBy === caller.personId) throw new Refusal('HONOUR_SECOND')
}

/** Refuses who may not decide on objections: those who have raised one among them. */
export function requireDecider(honour: Honour, caller: Caller, isAbove: boolean): void {
  requireOther(honour, caller)
  if (honour.objections.some(({ personId }) => personId === caller.personId))
    throw new Refusal('HONOUR_OBJECTED')
  if (honour.signedBy !== caller.personId && !isAbove) throw new Refusal('HONOUR_SIGNER_ONLY')
}

/** 谢绝: the person's own word, at any time; what was public is so no more. */
export function decline(honour: Honour, attempt: ByPerson): Honour {
  // Of others it is not there.
  if (honour.personId !== attempt.caller.personId) throw new Refusal('HONOUR_NOT_FOUND')
  requireStep(honour, 'decline')
  const bare = asThemselves(attempt)
  return stepped(honour, 'decline', 'declined', bare, '', staffOf(honour))
}

/** 注销: nothing of it is public any more, and no name is left. */
export function leave(honour: Honour, attempt: ByPerson): Honour {
  const gone = fitsHonour('leave', honour.state)
    ? stepped(honour, 'leave', 'declined', asThemselves(attempt), '', [])
    : { ...honour, version: honour.version + 1, updatedAt: attempt.now }
  return { ...gone, name: '' }
}

/** What people do for themselves they do under no hat. */
const asThemselves = (attempt: ByPerson): ByPerson => ({
  ...attempt,
  caller: { personId: attempt.caller.personId, hat: undefined },
})

/** Refuses what the table does not allow. */
function requireStep({ state, kind }: Honour, action: HonourAction): void {
  if (!fitsHonour(action, state))
    throw new Refusal('HONOUR_MOVED', { name: honourKinds[kind].name, state: honourStates[state] })
}

type Told = Omit<HonourNews, 'event'>
const staffOf = ({ nominatedBy, signedBy }: Honour): Told[] =>
  [...new Set([nominatedBy, ...(signedBy === null ? [] : [signedBy])])].map((personId) => ({
    personId,
    to: 'staff',
  }))
const toAll = (honour: Honour): Told[] => [{ personId: honour.personId, to: 'person' }, ...staffOf(honour)]

function stepped(
  honour: Honour,
  action: HonourAction,
  to: HonourState,
  { caller, now, key }: HonourAttempt,
  words: string,
  news: Told[],
): Honour {
  const log = [...honour.log, { key, action, to, actor: actorOf(caller), at: now, words }]
  const told = news
    .filter(({ personId }) => caller === 'clock' || personId !== caller.personId)
    .map((each) => ({ ...each, event: log.length }))
  return {
    ...honour,
    state: to,
    publishedAt: !isPublic(to) ? 0 : to === honour.state ? honour.publishedAt : now,
    log,
    outbox: [...honour.outbox, ...told],
    tickAt: now,
    updatedAt: now,
    version: honour.version + 1,
  }
}

/** When the timer must look again, once everybody has been told. */
export const nextTick = ({ state, noticeEnds }: Pick<Honour, 'state' | 'noticeEnds'>): number =>
  state === 'notice' ? noticeEnds : noDue
