import type { Appeal, Outgoing } from '../../../domain/appeal/appeal.ts'
import { afterStep, check, type Decision } from '../../../domain/appeal/decisions.ts'
import type { News } from '../../../domain/appeal/news.ts'
import type { Carried } from '../../../domain/appeal/possible.ts'
import { isChosen, isStillThere, readsAsStaff } from '../../../domain/appeal/recipients.ts'
import { Refusal } from '../../../domain/errors.ts'
import { noticesOf } from '../../../domain/notice/notice.ts'
import type { Caller } from '../../../domain/people/roles.ts'
import type { Payable } from '../../../domain/points/cause.ts'
import { payAtOnce } from '../../carry/pay.ts'
import { appeals, saveStep } from '../../store/appeals.ts'
import { deliver } from '../../store/notices.ts'
import { appointmentsOf } from '../../store/people.ts'
import { requestKey } from '../audited.ts'
import type { Context } from '../useCase.ts'

export interface Done {
  id: string
  state: Appeal['state']
  version: number
}

/** Who takes a step, as the use cases decide with it. */
export interface PersonsAttempt {
  caller: Caller
  now: number
  requestId: string
}

/**
 * The way of every step on an appeal: load → decide → save → tell. A request that was carried out before gets its first
 * answer again; whoever comes second is told what happened.
 */
export async function takeStep(
  context: Context,
  action: Carried,
  { id, version = 0 }: { id: string; version?: number },
  decide: (appeal: Appeal, attempt: PersonsAttempt) => Decision | Promise<Decision>,
): Promise<Done> {
  const attempt = attemptOf(context)
  const appeal = await loadAppeal(id)
  const earlier = await answeredBefore(appeal, attempt)
  if (earlier) return earlier
  check(appeal, action, attempt, version)
  const decision = await decide(appeal, attempt)
  if (await saveStep(appeal, decision)) return told(appeal, decision)
  const meanwhile = await loadAppeal(id)
  const mine = await answeredBefore(meanwhile, attempt)
  if (mine) return mine
  check(meanwhile, action, attempt, version)
  throw new Refusal('STALE')
}

/**
 * The log knows a request by its key: what a phone makes up as its id can't be taken for another wish, nor for what the
 * timer, a project or a meeting does under ids of their own.
 */
export const attemptOf = (context: Context): PersonsAttempt => ({
  caller: context.caller,
  now: context.now,
  requestId: requestKey(context),
})

export async function loadAppeal(id: string): Promise<Appeal> {
  const appeal = await appeals.get(id)
  if (!appeal) throw new Refusal('APPEAL_NOT_FOUND')
  return appeal
}

/** Pays who waits to see it; the timer pays the others within the minute. */
async function payFirst(causes: readonly Payable[] | undefined, now: number): Promise<void> {
  await payAtOnce(causes?.slice(0, 1), now)
}

/**
 * Tells whom a step concerns. A step with photos has spent a request on them: there the timer tells, within the minute,
 * as it does wherever this is not reached.
 */
export async function told(appeal: Appeal, decision: Decision): Promise<Done> {
  if (decision.event.photos.length === 0)
    await tellAtOnce(afterStep(appeal, decision), decision.tell, decision.event.at)
  await payFirst(decision.pay, decision.event.at)
  return doneBy(appeal._id, decision.event)
}

/** What the person answered is read a minute later, by the timer's telling: asking who is still there would be a fifth request. */
const answers: readonly News[] = ['satisfied', 'partlySatisfied', 'unsatisfied']

/**
 * Whom the step has not chosen itself may have left since: of staff who had it before, those who are still there. The
 * timer tells the others' successors, and whoever an organisation names.
 */
async function tellAtOnce(appeal: Appeal, outgoing: readonly Outgoing[], at: number): Promise<void> {
  const toPeople = outgoing.filter(
    ({ organisationId, news }) => organisationId === undefined && !answers.includes(news),
  )
  const asked = toPeople.filter((each) => readsAsStaff(each) && !isChosen(appeal, each))
  const held = asked.length > 0 ? await appointmentsOf(asked.map(({ personId }) => personId)) : undefined
  const isTold = (each: Outgoing) =>
    !asked.includes(each) || isStillThere(appeal, each.personId, held?.get(each.personId) ?? [], at)
  await deliver(noticesOf(appeal, toPeople.filter(isTold)))
}

/** What a request answered when it was carried out before; who was not told then is told now. */
export async function answeredBefore(
  appeal: Appeal,
  { caller, requestId }: PersonsAttempt,
): Promise<Done | undefined> {
  const event = appeal.events.find(
    (each) => each.requestId === requestId && each.actor.personId === caller.personId,
  )
  if (!event) return undefined
  const untold = appeal.outbox.filter(({ sequence }) => sequence === event.sequence)
  if (event.photos.length === 0) await tellAtOnce(appeal, untold, event.at)
  await payFirst(
    appeal.causes?.filter(({ at }) => at === event.at),
    event.at,
  )
  return doneBy(appeal._id, event)
}

function doneBy(id: string, event: Decision['event']): Done {
  return { id, state: event.to, version: event.sequence }
}
