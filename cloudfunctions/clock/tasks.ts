import { cityIdOf } from '../../domain/place/organisation.ts'
import { taskTerms } from '../../domain/settings/settings.ts'
import { calledBefore, callNotices } from '../../domain/task/calling.ts'
import { cardsToTell, toldCards } from '../../domain/task/card.ts'
import { changed, undoOverlap } from '../../domain/task/claiming.ts'
import { runTask, withOffersTold } from '../../domain/task/clockwork.ts'
import { groupTasks } from '../../domain/task/groups.ts'
import { following } from '../../domain/task/publishing.ts'
import { follows, type Task } from '../../domain/task/task.ts'
import { taskNotices, telling } from '../../domain/task/telling.ts'
import { timesOf } from '../../domain/task/times.ts'
import { payAll } from '../carry/pay.ts'
import { stepFailed } from '../log.ts'
import { beneficiaries, copyBeneficiary } from '../store/beneficiaries.ts'
import { noteTask } from '../store/groups.ts'
import { deliver } from '../store/notices.ts'
import { noteMissed, registeredWith, staffOf } from '../store/people.ts'
import { numbersOf } from '../store/settings.ts'
import { dueTasks, saveTask, tasks, tasksBusyWith } from '../store/tasks.ts'
import { tellCard } from '../store/wechat.ts'

const batch = 100
/** Causes that are paid in one look at a task, so that it ends before the function does. */
const paidAtOnce = 20
/** People who are called in one look at a task. */
const calledAtOnce = 200
/** A failure must not stand in the way of the others; it is tried again after this, in milliseconds. */
const again = 10 * 60_000
/** A task whose payments a run was broken off at is looked at again after this, in milliseconds: others come first. */
const inHand = 60_000

/**
 * Looks at tasks of which something has become due, until nothing is left or time is up. It may be broken off anywhere
 * and run twice at once: each change holds for the very turn that was read, and what is told has an id of its own.
 */
export async function runTasks(now: () => number, until: number): Promise<void> {
  const isTime = () => now() < until
  while (isTime()) {
    const at = now()
    const due = await dueTasks(at, batch)
    if (due.length === 0) return
    for (const task of due) {
      if (!isTime()) return
      await look(task, at, isTime).catch(async (error: Error) => {
        stepFailed('task', error, task._id)
        await tasks.update({ _id: task._id }, { tickAt: at + again })
      })
    }
  }
}

async function look(stored: Task, now: number, isTime: () => boolean): Promise<void> {
  const task = await due(stored, now)
  if (!task) return
  await deliver(taskNotices(task))
  for (const { claim, personId, at } of task.misses) await noteMissed(personId, { claim, at })
  const calling = task.calling && (await call(task, now))
  for (const { card, state } of cardsToTell(task, now)) await tellCard(card.activityId, state)
  if (stored.listed && !task.listed) await noteGroups(task)
  const kept = task.beneficiary && now < task.to + timesOf(task).addressKept
  if (task.beneficiary && !kept) await beneficiaries.remove(task._id)
  const done = {
    outbox: [],
    misses: [],
    fresh: [],
    calling,
    beneficiary: kept,
    cards: toldCards(task, now),
  }
  const settled = await withoutOverlaps(changed(task, done, now), task.fresh, now)
  const isPaid = settled.causes.length === 0
  if (!(await saveTask(task, isPaid ? settled : { ...settled, tickAt: now + inHand })) || isPaid) return
  // Last of all: a photo that can't be read now holds up nothing but its payment.
  await payCauses({ ...settled, turn: task.turn + 1 }, now, isTime)
}

/** Pays as long as there is time; what is left then waits behind other tasks. */
async function payCauses(task: Task, now: number, isTime: () => boolean): Promise<void> {
  const { left, error } = await payAll(task.causes.slice(0, paidAtOnce), now, isTime)
  const after = changed(task, { causes: [...left, ...task.causes.slice(paidAtOnce)] }, now)
  await saveTask(task, after.causes.length === 0 ? after : { ...after, tickAt: now })
  if (error) throw error
}

/** Takes what is due into the task; undefined when somebody else changed it meanwhile: it is looked at again. */
async function due(task: Task, now: number): Promise<Task | undefined> {
  const ran = runTask(task, now)
  const after = follows(ran) && now >= ran.from ? await followed(ran, now) : ran
  if (after === task) return task
  return (await saveTask(task, after)) ? { ...after, turn: task.turn + 1 } : undefined
}

/** Whoever took two places of the same time at the same moment keeps the first, and is told so by the next run. */
async function withoutOverlaps(task: Task, fresh: readonly string[], now: number): Promise<Task> {
  let after = task
  for (const personId of fresh) {
    const undone = undoOverlap(after, personId, await tasksBusyWith(personId), now)
    if (undone !== after) after = telling(undone, [personId], 'taskOverlapped', '', now)
  }
  return after === task ? task : changed(withOffersTold(after, task, now), {}, now)
}

/** The next one of its series is made, once: its id follows from the series. */
async function followed(task: Task, now: number): Promise<Task> {
  const numbers = await numbersOf(cityIdOf(task.organisation), now)
  const next = following(task, now, taskTerms(numbers))
  // First: a task whose address is missing would send somebody to nowhere.
  if (next?.beneficiary) await copyBeneficiary(task._id, next._id, now)
  if (next) await tasks.add(next)
  return changed(task, { series: task.series && { ...task.series, followed: true } }, now)
}

/** Calls the next few; where to go on, or null when all have been called. */
async function call(task: Task, now: number): Promise<Task['calling']> {
  const { calling, organisation, team } = task
  if (!calling) return null
  const people =
    calling.of === 'team' && team
      ? await staffOf(team.id, calledBefore(calling), calledAtOnce)
      : await registeredWith(organisation.id, calling.after, calledAtOnce)
  await deliver(callNotices(task, people, now))
  const last = people.at(-1)
  const next = people.length === calledAtOnce && last ? { ...calling, after: last._id } : null
  // At once, and whatever else changes meanwhile: nobody is called twice for it.
  const still = { _id: task._id, 'calling.after': calling.after }
  await tasks.update(still, next ? { 'calling.after': next.after } : { calling: null })
  return next
}

/** How fast each group chat took its places, when it is over. */
async function noteGroups(task: Task): Promise<void> {
  for (const [groupId, taken] of groupTasks(task)) await noteTask(groupId, taken)
}
