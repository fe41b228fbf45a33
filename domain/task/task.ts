import { noDue } from '../appeal/appeal.ts'
import type { Actor } from '../people/actor.ts'
import type { Hat } from '../people/roles.ts'
import { cellOf } from '../place/cell.ts'
import type { Point } from '../place/geography.ts'
import type { Payable } from '../points/cause.ts'
import type { TaskTerms } from '../settings/settings.ts'
import { type Card, nextCardTick } from './card.ts'
import { type DutyTag, needsPresence, type Proof, type TaskKind } from './kinds.ts'
import type { TaskNews } from './news.ts'
import { type Done, doneOf } from './record.ts'
import { timesOf } from './times.ts'

/** What is stored; open, full, running and finished follow from places and time (`stateOf`). */
export type Phase = 'draft' | 'published' | 'cancelled'

export const taskStates = {
  draft: '草稿',
  open: '可以认领',
  full: '已满',
  running: '正在做',
  finished: '已结束',
  cancelled: '取消了',
} as const satisfies Record<string, string>
export type TaskState = keyof typeof taskStates

export const claimStates = {
  held: '给您留着',
  claimed: '已认领',
  checkedIn: '已签到',
  submitted: '等验收',
  verified: '验收了',
  rejected: '没通过',
  released: '退掉了',
  noShow: '没来',
  expired: '没留住',
} as const satisfies Record<string, string>
export type ClaimState = keyof typeof claimStates

export interface CheckIn {
  at: number
  by: Proof | 'organiser'
  /** How far from the place, where a position was given. */
  metres?: number
}

/** What was decided about a piece of work, by whom. */
export interface Verdict {
  at: number
  by: Actor
  accepted: boolean
  words: string
}

/** One place of a task, in somebody's hands. */
export interface Claim {
  /** Derived from the request that made it. */
  id: string
  personId: string
  name: string
  state: ClaimState
  at: number
  /** Until when a held place is kept. */
  until: number | null
  /** The group chat whose card brought them. */
  groupId: string | null
  checkIn: CheckIn | null
  proof: { at: number; photos: string[]; words: string } | null
  verdict: Verdict | null
  /** What the street found, of the tenth that is looked at again; `open` until then. */
  spot: Verdict | 'open' | null
  /** What happened to it, in order. */
  steps: { action: ClaimAction; at: number; by: string; key?: string }[]
}
export type ClaimAction =
  | 'hold'
  | 'claim'
  | 'checkIn'
  | 'submit'
  | 'verify'
  | 'reject'
  | 'release'
  | 'noShow'
  | 'expire'
  | 'spot'

export interface Waiting {
  /** Derived from the request. */
  id: string
  personId: string
  name: string
  at: number
  groupId: string | null
  /** A place is kept for them until then; null while they wait. */
  offeredUntil: number | null
}

export interface TaskEvent {
  key: string
  action: 'create' | 'publish' | 'edit' | 'cancel' | 'thank'
  /** Null: the beneficiary, whom nobody needs to know. */
  actor: Actor | null
  at: number
  words: string
  /** Of thanks: those who did it have been told. */
  told?: boolean
}

/** Somebody who is to be told something of a task. */
export interface Outgoing {
  /** Of the inbox item: made once however often it is tried. */
  id: string
  personId: string
  news: TaskNews
  words: string
  at: number
}

/** What everybody who looks at a task may know of it. */
export interface TaskPlan {
  title: string
  words: string
  kind: TaskKind
  tags: DutyTag[]
  place: { name: string; point: Point | null }
  /** Metres around the place within which one has come. */
  radius: number
  from: number
  to: number
  repeat: 'none' | 'weekly'
  places: number
  /** For one place. */
  points: number
  proof: Proof[]
  /** Days since registration that are asked for; 0: none. */
  memberDays: number
  /** An emergency muster (应急集结): reaches everybody at once, needs no proof of presence. */
  muster: boolean
}

/**
 * Something a community asks volunteers to do, with its claims inside: one document, so that a place is taken in one
 * conditional update and never twice (tasks.md, Claim).
 * Always: `free` + claims that hold a place + open offers = `places`, and nobody waits while a place is free.
 */
export interface Task extends TaskPlan {
  _id: string
  /** What its city said otherwise than the standard when it was made (docs/decisions/35). */
  terms?: TaskTerms
  phase: Phase
  organisation: Hat['organisation']
  /** The organisation and all above it. */
  scopes: string[]
  team: { id: string; name: string } | null
  /** Whether there is somebody to be helped whose address is protected (beneficiaries). */
  beneficiary: boolean
  publisher: Actor
  cell: string | null
  free: number
  claims: Claim[]
  waiting: Waiting[]
  /** Whose claim holds or held a place: who finds it among their own. */
  holders: string[]
  /** The same, and who waits for one. */
  involved: string[]
  /** The task's id and, until it is over, who holds a place: one look finds the task and what overlaps with it. */
  busy: string[]
  /** Whose work was verified, and how long it took: their record is found by it. */
  done: Done[]
  /** Shown in lists: published and not over. */
  listed: boolean
  /** When the oldest proof that waits to be verified was handed in; `noDue` when none waits. */
  proofAt: number
  /** The organisation that looks at the tenth again, while something waits for it. */
  spotFor: string | null
  /** Who was verified by whom on which day and in which month: `claimer>verifier>day`. */
  pairs: string[]
  /** What is to be paid and has not been yet. */
  causes: Payable[]
  /** Who did not come or gave back too late; counted against them by the timer, once a claim. */
  misses: { claim: string; personId: string; at: number }[]
  /** Who has just taken a place: the timer looks whether they took another one of that time at the same moment. */
  fresh: string[]
  /** Whom to tell what; made into inbox items right after, and by the timer where that failed. */
  outbox: Outgoing[]
  /** From whom on everybody is still to be told; null when all know. */
  calling: { of: 'team' | 'community'; after: string } | null
  /** Cards in group chats that show how many places are taken. */
  cards: Card[]
  /** Of which series it is, when it repeats. */
  series: { id: string; number: number; followed: boolean } | null
  /** The codes of the check-in follow from it; never leaves the functions. */
  secret: string
  log: TaskEvent[]
  /** When the timer must look at it next. */
  tickAt: number
  createdAt: number
  updatedAt: number
  /** Counts what the publisher changed. */
  version: number
  /** Counts all changes: who decides by an old one decides anew. */
  turn: number
}

/** A task as lists see it. */
export type ListedTask = Omit<
  Task,
  | 'claims'
  | 'waiting'
  | 'log'
  | 'secret'
  | 'pairs'
  | 'causes'
  | 'misses'
  | 'fresh'
  | 'outbox'
  | 'cards'
  | 'done'
>

/** States in which a claim holds a place of its task. */
export const holding: readonly ClaimState[] = [
  'held',
  'claimed',
  'checkedIn',
  'submitted',
  'verified',
  'rejected',
  'noShow',
]

/** Where a task stands. */
export function stateOf(
  { phase, from, to, free }: Pick<Task, 'phase' | 'from' | 'to' | 'free'>,
  now: number,
) {
  if (phase !== 'published') return phase satisfies TaskState
  if (now >= to) return 'finished'
  if (now >= from) return 'running'
  return free > 0 ? 'open' : 'full'
}

/** The claim by which somebody holds a place. */
export const claimOf = <C extends Pick<Claim, 'personId' | 'state'>>(
  { claims }: { claims: readonly C[] },
  personId: string,
): C | undefined => claims.find((claim) => claim.personId === personId && holding.includes(claim.state))

/** Places that somebody has: what the card in the group says. */
export const taken = ({ places, free }: Pick<Task, 'places' | 'free'>): number => places - free

/** A place that is offered to who waits; nobody else can take it meanwhile. */
export const offers = ({ waiting }: Pick<Task, 'waiting'>): number =>
  waiting.filter(({ offeredUntil }) => offeredUntil !== null).length

/** Since when a claim waits for somebody to look at the work; undefined when there is nothing to look at yet. */
export function readySince(
  task: Pick<Task, 'phase' | 'proof' | 'from'>,
  { state, proof, checkIn }: Claim,
): number | undefined {
  // What was handed in is looked at, even where it was called off since.
  if (state === 'submitted') return proof?.at
  if (task.phase !== 'published') return undefined
  if (state === 'checkedIn') return task.proof.includes('photo') ? undefined : checkIn?.at
  return state === 'claimed' && task.proof.length === 0 ? task.from : undefined
}

/** When a claim whose holder did nothing more is over. */
export function missedAt(
  task: Pick<Task, 'phase' | 'proof' | 'to' | 'from' | 'terms'>,
  claim: Claim,
): number | undefined {
  if (task.phase !== 'published') return undefined
  if (readySince(task, claim) !== undefined) return undefined
  const { noShowAfter, proofAfter } = timesOf(task)
  if (claim.state === 'claimed') return task.to + (needsPresence(task) ? noShowAfter : proofAfter)
  return claim.state === 'checkedIn' ? task.to + proofAfter : undefined
}

/** What follows from the rest of a task and is stored for the indexes. */
export function derived(task: Task): Task {
  const active = task.claims.filter(({ state }) => holding.includes(state))
  const holders = [...new Set(active.map(({ personId }) => personId))]
  const ready = task.claims.flatMap((claim) => readySince(task, claim) ?? [])
  const street = task.organisation.ancestors[0] ?? task.organisation.id
  const next = {
    ...task,
    cell: task.place.point ? cellOf(task.place.point) : null,
    holders,
    involved: [...new Set([...holders, ...task.waiting.map(({ personId }) => personId)])],
    busy: task.listed ? [task._id, ...holders] : [task._id],
    done: doneOf(task),
    proofAt: Math.min(noDue, ...ready),
    spotFor: task.claims.some(({ spot }) => spot === 'open') ? street : null,
  }
  return { ...next, tickAt: nextTick(next) }
}

/** When something happens by itself: a held place or an offer ends, who did not come is noted, it is over. */
export function nextTick(task: Task): number {
  if (task.phase === 'draft') return noDue
  if (
    task.calling ||
    task.fresh.length > 0 ||
    task.causes.length > 0 ||
    task.outbox.length > 0 ||
    task.misses.length > 0
  )
    return 0
  return Math.min(
    noDue,
    ...task.claims.flatMap(({ state, until }) => (state === 'held' && until !== null ? [until] : [])),
    ...task.waiting.flatMap(({ offeredUntil }) => offeredUntil ?? []),
    ...(task.listed ? [task.to] : []),
    ...(follows(task) ? [task.from] : []),
    ...nextCardTick(task),
    ...task.claims.flatMap((claim) => missedAt(task, claim) ?? []),
    ...(task.beneficiary ? [task.to + timesOf(task).addressKept] : []),
  )
}

/** Whether the next one of its series is still to be made. */
export const follows = ({ phase, repeat, series }: Pick<Task, 'phase' | 'repeat' | 'series'>): boolean =>
  phase === 'published' && repeat === 'weekly' && series !== null && !series.followed
