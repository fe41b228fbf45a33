import { noDue } from '../appeal/appeal.ts'
import { Refusal } from '../errors.ts'
import type { Actor } from '../people/actor.ts'
import type { Hat } from '../people/roles.ts'
import type { TaskTerms } from '../settings/settings.ts'
import { inBeijing } from '../time.ts'
import { changed, passOn } from './claiming.ts'
import { taskLimits } from './limits.ts'
import { causeOf } from './proving.ts'
import { holding, type Task, type TaskEvent, type TaskPlan } from './task.ts'
import { telling } from './telling.ts'
import { timesOf } from './times.ts'

/** Who changes a task, when, under which key of the request. */
export interface TaskAttempt {
  actor: Actor
  now: number
  key: string
}

/** Who is asked, beside what. */
export interface Setting {
  organisation: Hat['organisation']
  team: { id: string; name: string } | null
  beneficiary: boolean
  /** Random, for the codes of the check-in. */
  secret: string
  /** What its city has set otherwise than the standard. */
  terms?: TaskTerms
}

/** A new draft. Refuses a window that is none, is over, or lies too far ahead. */
export function draft(id: string, plan: TaskPlan, setting: Setting, attempt: TaskAttempt): Task {
  requireWindow(plan, attempt.now)
  const { organisation } = setting
  const task: Task = {
    ...plan,
    ...setting,
    _id: id,
    phase: 'draft',
    scopes: [organisation.id, ...organisation.ancestors],
    publisher: attempt.actor,
    cell: null,
    free: plan.places,
    claims: [],
    waiting: [],
    holders: [],
    involved: [],
    busy: [],
    done: [],
    listed: false,
    proofAt: noDue,
    spotFor: null,
    pairs: [],
    causes: [],
    misses: [],
    fresh: [],
    outbox: [],
    calling: null,
    cards: [],
    series: plan.repeat === 'weekly' ? { id, number: 1, followed: false } : null,
    log: [eventOf('create', attempt, plan.title)],
    tickAt: noDue,
    createdAt: attempt.now,
    updatedAt: attempt.now,
    version: 1,
    turn: 0,
  }
  return changed(task, {}, attempt.now)
}

/** Opens a draft for everybody; a team, and at a muster everybody it reaches, are called by the timer. */
export function publish(task: Task, attempt: TaskAttempt): Task {
  if (task.phase === 'published') return task
  if (task.phase === 'cancelled') throw new Refusal('TASK_CANCELLED')
  requireWindow(task, attempt.now)
  const of = task.team ? ('team' as const) : task.muster ? ('community' as const) : undefined
  return logged(
    task,
    { phase: 'published', listed: true, calling: of ? { of, after: '' } : null },
    'publish',
    attempt,
    '',
  )
}

/** What is shown of a change: field → how it reads. */
const shown: { [F in keyof TaskPlan]?: (plan: TaskPlan) => string } = {
  title: ({ title }) => `改名叫「${title}」`,
  from: windowOf,
  to: windowOf,
  place: ({ place }) => `地点改到${place.name}`,
  points: ({ points }) => `每人 ${points} 分`,
  proof: () => '签到和交活的办法改了',
  words: ({ words }) => words,
}

function windowOf({ from, to }: TaskPlan): string {
  return `时间改到 ${inBeijing(from).format('M 月 D 日 HH:mm')}–${inBeijing(to).format('HH:mm')}`
}

/** What changed between two plans, in words for those who claimed; empty when nothing that concerns them. */
export function changesBetween(before: TaskPlan, after: TaskPlan): string {
  const said = (Object.keys(shown) as (keyof typeof shown)[]).flatMap((field) =>
    JSON.stringify(before[field]) === JSON.stringify(after[field]) ? [] : (shown[field]?.(after) ?? []),
  )
  return [...new Set(said)].join('，')
}

/**
 * Changes a task. Refuses fewer places than are taken, and changes after the end. Those who hold a place are told what
 * changed; places that are new go to who waits. `readdressed`: it is brought to another door, which nobody is told here.
 */
export function edit(task: Task, plan: TaskPlan, attempt: TaskAttempt, readdressed = false): Task {
  const { now } = attempt
  if (task.phase === 'cancelled') throw new Refusal('TASK_CANCELLED')
  if (task.phase === 'published' && now >= task.to) throw new Refusal('TASK_FINISHED')
  requireWindow(plan, now, task.from)
  const used = task.places - task.free
  if (plan.places < used) throw new Refusal('PLACES_TAKEN', { count: used })
  const words = [changesBetween(task, plan), readdressed && '送到哪改了，出发前再看一眼']
    .filter(Boolean)
    .join('，')
  const beneficiary = task.beneficiary || readdressed
  const series =
    plan.repeat === 'weekly' ? (task.series ?? { id: task._id, number: 1, followed: false }) : task.series
  const next = logged(
    task,
    { ...plan, muster: task.muster, free: plan.places - used, series, beneficiary },
    'edit',
    attempt,
    words,
  )
  const told =
    words && task.phase === 'published' ? telling(next, activeHolders(task), 'taskEdited', words, now) : next
  return passOn(told, now)
}

/**
 * Calls a task off. Those who hold a place are told; when it is called off so late that they lost time, that is left as
 * a cause, and the rules say whether it is worth points.
 */
export function cancel(task: Task, words: string, attempt: TaskAttempt): Task {
  const { now } = attempt
  if (task.phase === 'cancelled') return task
  if (now >= task.to) throw new Refusal('TASK_FINISHED')
  const late = task.phase === 'published' && now > task.from - timesOf(task).releasedBefore
  const causes = late
    ? task.claims
        .filter(({ state }) => state === 'claimed' || state === 'checkedIn')
        .map((claim) => causeOf(task, claim, 'taskCancelled', now))
    : []
  const change = {
    phase: 'cancelled' as const,
    listed: false,
    calling: null,
    waiting: [],
    free: task.free + task.waiting.filter(({ offeredUntil }) => offeredUntil !== null).length,
    causes: [...task.causes, ...causes],
  }
  const next = logged(task, change, 'cancel', attempt, words)
  const waiting = task.waiting.map(({ personId }) => personId)
  const told = [...new Set([...activeHolders(task), ...waiting])]
  return changed(telling(next, told, 'taskCancelled', words, now), {}, now)
}

/**
 * The same a week later, with nobody in it yet, on the terms that its city has now. Its id follows from the series, so
 * that it is made once.
 */
export function following(task: Task, now: number, terms?: TaskTerms): Task | undefined {
  const { terms: _, ...same } = task
  if (!task.series) return undefined
  const week = 7 * 24 * 3_600_000
  const { id, number } = task.series
  return changed(
    {
      ...same,
      ...(terms && { terms }),
      _id: `${id}-${number + 1}`,
      from: task.from + week,
      to: task.to + week,
      phase: 'published',
      listed: true,
      claims: [],
      waiting: [],
      free: task.places,
      pairs: [],
      causes: [],
      misses: [],
      fresh: [],
      outbox: [],
      cards: [],
      calling: task.team ? { of: 'team', after: '' } : null,
      series: { id, number: number + 1, followed: false },
      log: task.log.slice(0, 1),
      createdAt: now,
      version: 1,
      turn: 0,
    },
    {},
    now,
  )
}

const activeHolders = ({ claims }: Task): string[] => [
  ...new Set(claims.filter(({ state }) => holding.includes(state)).map(({ personId }) => personId)),
]

function requireWindow({ from, to }: Pick<TaskPlan, 'from' | 'to'>, now: number, before?: number): void {
  if (to <= from || to - from > taskLimits.longest) throw new Refusal('TASK_WINDOW_INVALID')
  if (to <= now) throw new Refusal('TASK_WINDOW_PAST')
  if (from > now + taskLimits.ahead && from !== before) throw new Refusal('TASK_WINDOW_FAR')
}

function logged(
  task: Task,
  change: Partial<Task>,
  action: TaskEvent['action'],
  attempt: TaskAttempt,
  words: string,
): Task {
  const log = [...task.log, eventOf(action, attempt, words)].slice(-taskLimits.log)
  return changed(task, { ...change, log, version: task.version + 1 }, attempt.now)
}

const eventOf = (
  action: TaskEvent['action'],
  { actor, now, key }: TaskAttempt,
  words: string,
): TaskEvent => ({ key, action, actor, at: now, words })
