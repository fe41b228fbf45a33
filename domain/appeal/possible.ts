import type { RefusalCode, RefusalDetails } from '../errors.ts'
import type { Role } from '../people/roles.ts'
import { granted, type Relation } from '../permission.ts'
import { answeringObstacle, decidingObstacle, resolvingObstacle, standingOf } from '../relief/obstacles.ts'
import type { ReliefStanding } from '../relief/reliefCase.ts'
import { settingOf } from '../settings/settings.ts'
import type { Appeal, Assistant } from './appeal.ts'
import { limits } from './limits.ts'
import { type AppealAction, fits } from './states.ts'

/** Actions of the table that somebody may ask for once an appeal is there; a test holds it against the contract. */
export const carriedOut = [
  'dispatch',
  'accept',
  'return',
  'transfer',
  'assist',
  'note',
  'suspend',
  'resume',
  'resolve',
  'confirm',
  'followUp',
  'reopen',
  'reply',
  'urge',
  'escalate',
  'merge',
  'unmerge',
  'support',
  'withdraw',
  'decline',
  'review',
  'decideRelief',
  'answerRelief',
] as const satisfies readonly AppealAction[]

export type Carried = (typeof carriedOut)[number]

/** What the rules of an action need to know of an appeal, and of who looks at it. */
export interface Situation
  extends Pick<
    Appeal,
    | 'kind'
    | 'state'
    | 'final'
    | 'returns'
    | 'reopens'
    | 'reviews'
    | 'urgedAt'
    | 'endedAt'
    | 'followUps'
    | 'children'
    | 'terms'
  > {
  catchAllId: string | null
  suspensions: Pick<Appeal['suspensions'], 'count' | 'days'>
  assistants: readonly Pick<Assistant, 'id' | 'name' | 'why' | 'state'>[]
  /** Who looks at it took it on or resolved it at some time. */
  handled: boolean
  /** Who looks at it sent it, or has said that they saw it too. */
  supported: boolean
  /** Of a relief alone. */
  reliefStanding?: ReliefStanding
}

/** Why something can't be done although the state would let it. */
export interface Obstacle {
  code: RefusalCode
  details?: RefusalDetails
}

const day = 86_400_000
// China has one time zone and no summer time.
const dayNumber = (at: number) => Math.floor((at + 8 * 3_600_000) / day)
const within = (endedAt: number | null, days: number, now: number) =>
  endedAt !== null && now <= endedAt + days * day

/** In how many days the person can ask for haste again; 0: now. */
export function urgeIn({ urgedAt, terms }: Pick<Situation, 'urgedAt' | 'terms'>, now: number): number {
  if (urgedAt === null) return 0
  return Math.max(0, settingOf(terms, 'urgeDays') - (dayNumber(now) - dayNumber(urgedAt)))
}

/** Why an organisation has to keep an appeal although its state would let it go back. */
export function mustKeep(
  situation: Pick<Situation, 'final' | 'returns' | 'catchAllId' | 'terms'>,
): 'RETURNED_TOO_OFTEN' | 'NOTHING_ABOVE' | undefined {
  if (situation.final || situation.returns > settingOf(situation.terms, 'returns'))
    return 'RETURNED_TOO_OFTEN'
  return situation.catchAllId === null ? 'NOTHING_ABOVE' : undefined
}

/** What stands against an action beside the state (appeals.md, Transitions, column "needs"). One row an action. */
const obstacles: Partial<Record<Carried, (situation: Situation, now: number) => Obstacle | false>> = {
  return: (situation) => {
    const code = mustKeep(situation)
    return code !== undefined && { code, details: { limit: settingOf(situation.terms, 'returns') } }
  },
  suspend: ({ suspensions: { count, days }, terms }) =>
    (count >= settingOf(terms, 'suspensions') || days >= settingOf(terms, 'suspendedDays')) && {
      code: 'SUSPENDED_ENOUGH',
    },
  resolve: ({ assistants, reliefStanding }) => {
    const open = assistants.filter(({ why, state }) => why === 'asked' && state === 'open')
    return (
      resolvingObstacle(reliefStanding) ||
      (open.length > 0 && {
        code: 'ASSISTANTS_OPEN',
        details: { organisations: open.map(({ name }) => name).join('、') },
      })
    )
  },
  followUp: ({ handled, followUps }) =>
    handled ? { code: 'FOLLOW_UP_OWN' } : followUps >= limits.followUps && { code: 'FOLLOW_UPS_DONE' },
  reopen: ({ endedAt, reopens, terms }, now) => {
    const limit = settingOf(terms, 'reopens')
    const days = settingOf(terms, 'reopenDays')
    if (reopens >= limit) return { code: 'REOPENED_ENOUGH', details: { limit } as RefusalDetails }
    return !within(endedAt, days, now) && { code: 'REOPEN_LATE', details: { days } }
  },
  review: ({ endedAt, reviews, terms }, now) => {
    const days = settingOf(terms, 'reopenDays')
    if (reviews >= limits.reviews) return { code: 'REVIEWED_BEFORE' }
    return !within(endedAt, days, now) && { code: 'REVIEW_LATE', details: { days } }
  },
  urge: ({ urgedAt, terms }, now) => {
    const left = urgeIn({ urgedAt, terms }, now)
    return left > 0 && { code: 'URGED_LATELY', details: { when: left === 1 ? '明天' : `${left} 天后` } }
  },
  escalate: ({ catchAllId }) => catchAllId === null && { code: 'NOTHING_ABOVE' },
  decideRelief: ({ reliefStanding }) => decidingObstacle(reliefStanding),
  answerRelief: ({ reliefStanding }) => answeringObstacle(reliefStanding),
  merge: ({ children }) => children > 0 && { code: 'HAS_CHILDREN', details: { count: children } },
  support: ({ kind, supported }) =>
    kind !== 'snap' ? { code: 'SNAPS_ONLY' } : supported && { code: 'ALREADY_SUPPORTED' },
}

/** What stands against an action that fits the state; undefined when nothing does. */
export function obstacleTo(action: Carried, situation: Situation, now: number): Obstacle | undefined {
  return obstacles[action]?.(situation, now) || undefined
}

/** What a caller can do with an appeal now: the same answer for a button and for the function behind it. */
export function possibleActions(
  situation: Situation,
  role: Role | undefined,
  relations: readonly Relation[],
  now: number,
): Carried[] {
  return carriedOut.filter(
    (action) =>
      granted(`appeal.${action}`, role, relations) &&
      fits(action, situation.state) &&
      !obstacleTo(action, situation, now),
  )
}

/** The situation of a stored appeal, as somebody stands to it. */
export function situationOf(appeal: Appeal, personId: string): Situation {
  const reliefStanding = standingOf(appeal)
  return {
    ...appeal,
    catchAllId: appeal.organisation.catchAllId,
    handled: handledBy(appeal, personId),
    supported: appeal.reporterId === personId || appeal.supporters.includes(personId),
    ...(reliefStanding && { reliefStanding }),
  }
}

/** Whether somebody took an appeal on or resolved it at some time: they can't be the one who asks about it. */
export function handledBy({ events }: Pick<Appeal, 'events'>, personId: string): boolean {
  return events.some(
    ({ action, actor }) => actor.personId === personId && (action === 'accept' || action === 'resolve'),
  )
}
