import type { Appeal } from '../../../domain/appeal/appeal.ts'
import { type Attempt, check, type Decision } from '../../../domain/appeal/decisions.ts'
import type { Carried } from '../../../domain/appeal/possible.ts'
import { Refusal } from '../../../domain/errors.ts'
import { appeals, saveStep } from '../../store/appeals.ts'
import type { Context } from '../useCase.ts'

interface Done {
  id: string
  state: Appeal['state']
  version: number
}

/**
 * The way of every step on an appeal: load → decide → save. A request that was carried out before gets its first
 * answer again; whoever comes second is told what happened.
 */
export async function takeStep(
  context: Context,
  action: Carried,
  { id, version }: { id: string; version: number },
  decide: (appeal: Appeal, attempt: Attempt) => Decision | Promise<Decision>,
): Promise<Done> {
  const attempt: Attempt = { caller: context.caller, now: context.now, requestId: context.requestId }
  const appeal = await loadAppeal(id)
  const earlier = answeredBefore(appeal, attempt)
  if (earlier) return earlier
  check(appeal, action, attempt, version)
  const decision = await decide(appeal, attempt)
  if (await saveStep(appeal, decision)) return doneBy(id, decision.event)
  const meanwhile = await loadAppeal(id)
  const mine = answeredBefore(meanwhile, attempt)
  if (mine) return mine
  check(meanwhile, action, attempt, version)
  throw new Refusal('STALE')
}

export async function loadAppeal(id: string): Promise<Appeal> {
  const appeal = await appeals.get(id)
  if (!appeal) throw new Refusal('APPEAL_NOT_FOUND')
  return appeal
}

function answeredBefore(appeal: Appeal, { caller, requestId }: Attempt): Done | undefined {
  const event = appeal.events.find(
    (each) => each.requestId === requestId && each.actor.personId === caller.personId,
  )
  return event && doneBy(appeal._id, event)
}

function doneBy(id: string, event: Decision['event']): Done {
  return { id, state: event.to, version: event.sequence }
}
