import type { RefusalCode, RefusalDetails } from '../errors.ts'
import type { Role } from '../people/roles.ts'
import { granted, type Relation } from '../permission.ts'
import { answeringObstacle, decidingObstacle, resolvingObstacle, standingOf } from '../relief/obstacles.ts'
import type { ReliefStanding } from '../relief/reliefCase.ts'
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

/** Why an organisation has to keep an appeal although its state would let it go back. */
export function mustKeep(
  situation: Pick<Situation, 'final' | 'returns' | 'catchAllId'>,
): 'RETURNED_TOO_OFTEN' | 'NOTHING_ABOVE' | undefined {
  if (situation.final || situation.returns > limits.returns) return 'RETURNED_TOO_OFTEN'
  return situation.catchAllId === null ? 'NOTHING_ABOVE' : undefined
}

/** What stands against an action beside the state (appeals.md, Transitions, column "needs"). One row an action. */
const obstacles: Partial<Record<Carried, (situation: Situation, now: number) => Obstacle | false>> = {
  return: (situation) => {
    const code = mustKeep(situation)
    return code !== undefined && { code }
  },
  suspend: ({ suspensions: { count, days } }) =>
    (count >= limits.suspensions || days >= limits.suspendedDays) && { code: 'SUSPENDED_ENOUGH' },
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
  reopen: ({ endedAt, reopens }, now) =>
    reopens >= limits.reopens
      ? { code: 'REOPENED_ENOUGH' }
      : !within(endedAt, limits.reopenDays, now) && { code: 'REOPEN_LATE' },
  review: ({ endedAt, reviews }, now) =>
    reviews >= limits.reviews
      ? { code: 'REVIEWED_BEFORE' }
      : !within(endedAt, limits.reopenDays, now) && { code: 'REVIEW_LATE' },
  urge: ({ urgedAt }, now) =>
    urgedAt !== null && dayNumber(urgedAt) === dayNumber(now) && { code: 'URGED_TODAY' },
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
