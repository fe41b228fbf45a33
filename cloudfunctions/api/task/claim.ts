import { Refusal } from '../../../domain/errors.ts'
import { keep, newClaim, obstacleToClaim, takeOffer } from '../../../domain/task/claiming.ts'
import { type Claim, claimOf, type Task } from '../../../domain/task/task.ts'
import { saveTask, takePlace, taskAndEngagements } from '../../store/tasks.ts'
import { requestKey } from '../audited.ts'
import type { UseCase } from '../useCase.ts'
import { claimerOf } from './claimer.ts'

/** Looks again only when the task itself was changed meanwhile, or an offer was; a full one is said at once. */
const attempts = 5

/**
 * 认领: one tap. A free place is taken in one conditional update; a place that was offered or held is theirs; whoever
 * has one already keeps it.
 */
export const claim: UseCase<'task.claim'> = async (context, { id }) => {
  const claimer = claimerOf(context)
  const { now } = context
  const claimId = requestKey(context)
  for (let tried = 1; ; tried += 1) {
    const { task, others } = await taskAndEngagements(id, claimer.personId)
    if (!task) throw new Refusal('TASK_NOT_FOUND')
    const mine = claimOf(task, claimer.personId)
    if (mine && (mine.state !== 'held' || claimer.registeredAt === null)) return answerOf(task, mine)
    const obstacle = obstacleToClaim(task, claimer, others, now)
    if (obstacle) throw obstacle
    const taken = mine ? await saved(task, keep(task, claimer.personId, now)) : await place(task)
    if (taken) return answerOf(task, taken)
    if (tried === attempts) throw new Refusal('TASK_STALE')
  }

  async function place(task: Task): Promise<Claim | undefined> {
    if (task.waiting.some(({ personId }) => personId === claimer.personId))
      return saved(task, takeOffer(task, claimId, claimer, now))
    if (task.free === 0) throw new Refusal('TASK_FULL')
    const fresh = newClaim(claimId, claimer, now)
    return (await takePlace(task, fresh, now)) ? fresh : undefined
  }

  async function saved(before: Task, after: Task): Promise<Claim | undefined> {
    return (await saveTask(before, after)) ? claimOf(after, claimer.personId) : undefined
  }
}

function answerOf(task: Pick<Task, '_id'>, { id, state, until }: Claim) {
  return { id: task._id, claimId: id, state, ...(until !== null && { until }) }
}
