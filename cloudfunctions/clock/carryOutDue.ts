import type { Appeal } from '../../domain/appeal/appeal.ts'
import { closeUnanswered } from '../../domain/appeal/asking.ts'
import { clockRequest, type Due, dueNow, page, warn } from '../../domain/appeal/clockwork.ts'
import { type Attempt, afterStep, type Decision } from '../../domain/appeal/decisions.ts'
import { forget } from '../../domain/appeal/forget.ts'
import { escalate, inherit } from '../../domain/appeal/handing.ts'
import { resume } from '../../domain/appeal/handling.ts'
import { calledSince } from '../../domain/appeal/log.ts'
import { called } from '../../domain/duty/naming.ts'
import { saveStep } from '../store/appeals.ts'
import { saveForgotten } from '../store/appealTimer.ts'
import { removeFile } from '../store/files.ts'
import { filings } from '../store/filings.ts'
import { organisationOrHeir } from '../store/organisations.ts'
import type { World } from './world.ts'

/**
 * Takes the step that is due of an appeal, if one is. The appeal as it is afterwards; undefined when somebody else took
 * a step meanwhile, or when nothing is left to do for it.
 */
export async function carryOutDue(appeal: Appeal, world: World, now: number): Promise<Appeal | undefined> {
  const due = dueNow(appeal, now)
  if (due?.what === 'forget') {
    // First: afterwards nobody would come by again.
    if (appeal.filedBy) await filings.remove(appeal._id)
    if (appeal.voice?.fileId) await removeFile(appeal.voice.fileId)
    await saveForgotten(appeal, forget(appeal))
    return undefined
  }
  const decision = (await orphaned(appeal, world, now)) ?? (due && stepFor(appeal, due, world, now))
  if (!decision) return appeal
  return (await saveStep(appeal, decision)) ? afterStep(appeal, decision) : undefined
}

/** Its organisation was merged into another while it was on its way there. */
async function orphaned(appeal: Appeal, world: World, now: number): Promise<Decision | undefined> {
  const holder = world.organisation(appeal.organisation.id)
  if (!appeal.open || !holder?.mergedInto) return undefined
  const heir = await organisationOrHeir(holder.mergedInto.id)
  return heir && inherit(appeal, { caller: 'clock', now }, holder, heir)
}

const late = { accept: '到了时限还没人接', resolve: '到了时限还没办完' } as const

function stepFor(appeal: Appeal, due: Due, world: World, now: number): Decision | undefined {
  const attempt: Attempt = { caller: 'clock', now, requestId: clockRequest(appeal, due) }
  switch (due.what) {
    case 'resume':
      return resume(appeal, attempt, '')
    case 'close':
      return closeUnanswered(appeal, attempt)
    case 'callPerson':
      return warn(appeal, attempt, 'followUp', next(appeal.organisation.catchAllId ?? appeal.organisation.id))
    case 'page':
      return page(appeal, attempt, toPage())
    case 'warn':
      return warn(
        appeal,
        attempt,
        due.clock,
        appeal.urgency === 'urgent' ? next(appeal.organisation.id) : undefined,
      )
    case 'breach': {
      const above = world.above(appeal)
      const named = above ? world.named(above._id, appeal) : null
      return escalate(appeal, attempt, above, named, { words: late[due.clock], clock: due.clock })
    }
    case 'forget':
      return undefined
  }

  /** Next on the rota; where it knows nobody, of the organisation that places what nobody takes: danger waits for no deadline. */
  function toPage() {
    const { id, catchAllId } = appeal.organisation
    const isKnown = appeal.named !== null || calledSince(appeal.events, appeal.acceptFrom).length > 0
    return next(id) ?? (isKnown || catchAllId === null ? undefined : next(catchAllId))
  }

  /** Somebody on duty who has not been called yet. */
  function next(organisationId: string) {
    const rota = world.rota(organisationId)
    const before = [
      appeal.reporterId,
      appeal.named?.personId ?? '',
      appeal.responsible?.personId ?? '',
      ...calledSince(appeal.events, appeal.acceptFrom),
    ]
    return rota && called(rota, now, before)
  }
}
