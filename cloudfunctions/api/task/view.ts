import { Refusal } from '../../../domain/errors.ts'
import { rides } from '../../../domain/task/calling.ts'
import { type Claim, claimOf, holding, type Task, taken } from '../../../domain/task/task.ts'
import { timesOf } from '../../../domain/task/times.ts'
import { countDeclines } from '../../store/declines.ts'
import type { UseCase } from '../useCase.ts'
import { requireTask } from './change.ts'
import { claimView } from './claimView.ts'
import { mayTo } from './organised.ts'
import { rowOf } from './row.ts'

/** One task, as whoever may take part sees it; those who organise it see who has which place. */
export const view: UseCase<'task.view'> = async (context, { id, position }) => {
  const { person, caller, now, groupId } = context
  const task = await requireTask(id)
  const organise = mayTo('task.edit', task, caller)
  const stands = mayTo('task.codes', task, caller)
  if (task.phase === 'draft' && !organise) throw new Refusal('TASK_NOT_FOUND')
  const mine =
    claimOf(task, person._id) ?? task.claims.filter(({ personId }) => personId === person._id).at(-1)
  // Counted only where it is asked: an emergency is rare.
  const no = task.muster ? await countDeclines(id) : 0
  return {
    ...rowOf(task, { personId: person._id, position, now }),
    version: task.version,
    ...(task.terms && { terms: task.terms }),
    words: task.words,
    tags: task.tags,
    radius: task.radius,
    repeat: task.repeat,
    proof: task.proof,
    memberDays: task.memberDays,
    publishedBy: `${task.organisation.name} · ${task.publisher.title}`,
    hasBeneficiary: task.beneficiary,
    waiting: task.waiting.length,
    ...queueOf(task, person._id),
    ...(mine && { claim: { ...claimView(mine, person._id), ...untilOf(task, mine) } }),
    ...(groupId !== null && { ofGroup: ofGroup(task, groupId) }),
    ...(person.volunteering && { whileRiding: rides(task, person) }),
    ...((organise || stands) && { claims: task.claims.map((claim) => claimView(claim, person._id)) }),
    ...(task.muster && { coming: { yes: taken(task), no } }),
    may: { organise, verify: mayTo('task.verify', task, caller) },
  }
}

function queueOf({ waiting }: Task, personId: string) {
  const position = waiting.findIndex((each) => each.personId === personId) + 1
  const { offeredUntil } = waiting[position - 1] ?? {}
  return position > 0 ? { queue: { position, ...(offeredUntil && { offeredUntil }) } } : {}
}

const untilOf = (task: Task, { until, state }: Claim) => ({
  ...(until !== null && { until }),
  ...((state === 'claimed' || state === 'held') && {
    releasableUntil: task.from - timesOf(task).releasedBefore,
  }),
})

const ofGroup = ({ claims }: Task, groupId: string): number =>
  claims.filter((claim) => claim.groupId === groupId && holding.includes(claim.state)).length
