import type { Appeal, Named } from '../../domain/appeal/appeal.ts'
import { closeUnanswered } from '../../domain/appeal/asking.ts'
import { clockRequest, type Due, dueNow, page, warn } from '../../domain/appeal/clockwork.ts'
import { type Attempt, afterStep, type Decision } from '../../domain/appeal/decisions.ts'
import { forget } from '../../domain/appeal/forget.ts'
import { escalate, inherit, name } from '../../domain/appeal/handing.ts'
import { resume } from '../../domain/appeal/handling.ts'
import { calledSince } from '../../domain/appeal/log.ts'
import { fits } from '../../domain/appeal/states.ts'
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
  const decision =
    (await orphaned(appeal, world, now)) ??
    (await unnamed(appeal, due, world, now)) ??
    (due && (await stepFor(appeal, due, world, now)))
  if (!decision) return appeal
  return (await saveStep(appeal, decision)) ? afterStep(appeal, decision) : undefined
}

/** Its organisation was merged into another while it was on its way there. */
async function orphaned(appeal: Appeal, world: World, now: number): Promise<Decision | undefined> {
  const holder = world.organisation(appeal.organisation.id)
  if (!appeal.open || !holder?.mergedInto) return undefined
  const heir = await organisationOrHeir(holder.mergedInto.id)
  if (!heir) return undefined
  const named = await world.named(heir._id, appeal)
  return inherit(appeal, { caller: 'clock', now }, holder, heir, named)
}

/**
 * It waits for somebody to take it, and nobody was known when it came, or who was named has left. What goes up now
 * anyway is named where it goes. A warning comes after: then there is somebody to warn.
 */
async function unnamed(
  appeal: Appeal,
  due: Due | undefined,
  world: World,
  now: number,
): Promise<Decision | undefined> {
  if (!fits('name', appeal.state) || due?.what === 'breach') return undefined
  const before = appeal.named?.personId
  if (before !== undefined && world.isAtWork(appeal, before)) return undefined
  const named = await world.named(appeal.organisation.id, appeal)
  return named && named.personId !== before ? name(appeal, now, named) : undefined
}

const late = { accept: '到了时限还没人接', resolve: '到了时限还没办完' } as const

async function stepFor(appeal: Appeal, due: Due, world: World, now: number): Promise<Decision | undefined> {
  const attempt: Attempt = { caller: 'clock', now, requestId: clockRequest(appeal, due) }
  const { id, catchAllId } = appeal.organisation
  switch (due.what) {
    case 'resume':
      return resume(appeal, attempt, '')
    case 'close':
      return closeUnanswered(appeal, attempt)
    case 'callPerson':
      return warn(appeal, attempt, 'followUp', await toAsk(catchAllId ?? id))
    case 'page':
      return page(appeal, attempt, await toPage())
    case 'warn':
      return warn(appeal, attempt, due.clock, appeal.urgency === 'urgent' ? await next(id) : undefined)
    case 'breach': {
      const above = world.above(appeal)
      const named = above ? await world.named(above._id, appeal) : null
      return escalate(appeal, attempt, above, named, { words: late[due.clock], clock: due.clock })
    }
    case 'forget':
      return undefined
  }

  /** Next on the rota; where it knows nobody, of the organisation that places what nobody takes: danger waits for no deadline. */
  async function toPage(): Promise<Named | undefined> {
    const isKnown = appeal.named !== null || calledSince(appeal.events, appeal.acceptFrom).length > 0
    return (await next(id)) ?? (isKnown || catchAllId === null ? undefined : next(catchAllId))
  }

  /** Somebody on duty who has not been called yet. */
  async function next(organisationId: string): Promise<Named | undefined> {
    const rota = await world.rota(organisationId)
    return rota && called(rota, now, known())
  }

  /** On duty where it is followed up, else who of those who may has the least to do. */
  async function toAsk(organisationId: string): Promise<Named | undefined> {
    return (await next(organisationId)) ?? world.somebody(organisationId, known(), 'appeal.followUp')
  }

  function known(): string[] {
    return [
      appeal.reporterId,
      appeal.named?.personId ?? '',
      appeal.responsible?.personId ?? '',
      ...calledSince(appeal.events, appeal.acceptFrom),
    ]
  }
}
