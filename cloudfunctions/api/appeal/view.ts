import type { Appeal } from '../../../domain/appeal/appeal.ts'
import { nextWorkingDays } from '../../../domain/appeal/clocks.ts'
import { type AppealEvent, reachedNobody } from '../../../domain/appeal/log.ts'
import { situationOf } from '../../../domain/appeal/possible.ts'
import {
  contactRefusal,
  maskContacts,
  pointSeen,
  relationsTo,
  seesFiles,
} from '../../../domain/appeal/privacy.ts'
import { faultOf } from '../../../domain/appeal/verify.ts'
import type { Output, TimelineStep } from '../../../domain/contract.ts'
import { Refusal } from '../../../domain/errors.ts'
import { isClaimed } from '../../../domain/filing/filing.ts'
import type { Caller } from '../../../domain/people/roles.ts'
import { granted } from '../../../domain/permission.ts'
import { levelsAbove } from '../../../domain/place/organisation.ts'
import { doubtsOf } from '../../../domain/safety/seeing.ts'
import { settingOf } from '../../../domain/settings/settings.ts'
import { reliefCaseView } from '../relief/view.ts'
import type { UseCase } from '../useCase.ts'
import { besideOf } from './beside.ts'
import { rowOf } from './page.ts'
import { loadAppeal } from './step.ts'

/** One appeal with its timeline, as this reader may see it. */
export const view: UseCase<'appeal.view'> = async ({ caller, now }, { id }) => {
  const appeal = await loadAppeal(id)
  const relations = relationsTo(appeal, caller)
  if (!granted('appeal.view', caller.hat?.role, relations)) throw new Refusal('NOT_YOURS')
  const seen = viewOf(appeal, caller)
  if (!relations.includes('own')) return { ...seen, ways: waysOf(appeal, now) }
  return { ...seen, ...(await besideOf(appeal, relations, now)) }
}

/** An appeal as a reader sees it who may see it. */
export function viewOf(appeal: Appeal, caller: Caller): Output<'appeal.view'> {
  const relations = relationsTo(appeal, caller)
  const own = relations.includes('own')
  const events = appeal.events.filter((event) => !(own && event.internal))
  const doubts = doubtsOf(appeal)
  const { photos, voice } = seesFiles(appeal, relations) ? appeal : { photos: [], voice: undefined }
  return {
    ...rowOf(appeal),
    version: appeal.version,
    text: own ? appeal.text : maskContacts(appeal.text),
    photos,
    // Whose person has been forgotten has no recording any more.
    ...(voice?.fileId && { voice }),
    ...(appeal.relief && { relief: appeal.relief }),
    ...(appeal.reliefCase && { reliefCase: reliefCaseView(appeal.reliefCase) }),
    placeLocation: appeal.place.location,
    ...(appeal.place.point && { point: pointSeen(appeal.place.point, relations) }),
    relations,
    mayContact:
      granted('appeal.contact', caller.hat?.role, relations) &&
      contactRefusal(appeal, caller.personId, relations) === undefined,
    situation: shown(situationOf(appeal, caller.personId)),
    proposed: appeal.proposed,
    ...(appeal.responsible && { responsible: appeal.responsible.title }),
    ...(appeal.named &&
      !own && { named: { title: appeal.named.title, me: appeal.named.personId === caller.personId } }),
    unsolved: appeal.unsolved,
    ...(appeal.state === 'suspended' &&
      appeal.suspensions.until !== null && { suspendedUntil: appeal.suspensions.until }),
    ...(appeal.resolvedAt !== null && { resolvedAt: appeal.resolvedAt }),
    // Whose it is that it was merged into is nobody's to look up but the staff's.
    ...(appeal.parent && !own && { parent: { id: appeal.parent.id, number: appeal.parent.number } }),
    ...(!own && doubts.length > 0 && { doubts }),
    supporters: appeal.supporters.length,
    channel: appeal.channel,
    ...(appeal.filedBy &&
      appeal.events[0] && {
        filed: { by: actorName(appeal.events[0].actor, caller.personId), claimed: isClaimed(appeal) },
      }),
    ...(appeal.project && { project: appeal.project }),
    whole: faultOf(appeal) === undefined,
    acceptFrom: appeal.acceptFrom,
    dispatch: appeal.dispatch,
    resolveFrom: appeal.resolveFrom,
    timeline: events.map((event) => stepOf(event, appeal, caller.personId, own)).reverse(),
  }
}

/** Where it can go on to, and until when it can wait. */
function waysOf(
  { organisation, trade, state, suspensions, terms }: Appeal,
  now: number,
): Output<'appeal.view'>['ways'] {
  const left = state === 'accepted' ? settingOf(terms, 'suspendedDays') - suspensions.days : 0
  return {
    parentId: organisation.ancestors[0] ?? null,
    above: levelsAbove(organisation, trade),
    waits: nextWorkingDays(now, left, organisation.hours),
  }
}

/** What the rules need to know, and nothing else of the appeal. */
function shown({
  kind,
  state,
  final,
  returns,
  reopens,
  reviews,
  urgedAt,
  endedAt,
  followUps,
  children,
  catchAllId,
  suspensions: { count, days },
  assistants,
  handled,
  supported,
  terms,
  reliefStanding,
}: ReturnType<typeof situationOf>): Output<'appeal.view'>['situation'] {
  return {
    kind,
    state,
    final,
    returns,
    reopens,
    reviews,
    urgedAt,
    endedAt,
    followUps,
    children,
    catchAllId,
    suspensions: { count, days },
    assistants: assistants.map((each) => ({ ...each })),
    handled,
    supported,
    ...(terms && { terms }),
    ...(reliefStanding && { reliefStanding }),
  }
}

function stepOf(event: AppealEvent, { events }: Appeal, reader: string, own: boolean): TimelineStep {
  const {
    sequence,
    action,
    to,
    at,
    actor,
    organisation,
    proposed,
    dispatch,
    answer,
    outcome,
    internal,
    ahead,
    help,
    reached,
    clock,
    called,
    other,
    changes,
  } = event
  const until = action === 'suspend' ? changes.suspensions?.until : undefined
  const byPerson = actor.role === 'person'
  const nobody = action === 'warn' && clock === 'accept' && reachedNobody(events, event)
  return {
    sequence,
    action,
    to,
    at,
    actor: actorName(actor, reader),
    words: own || !byPerson ? event.words : maskContacts(event.words),
    photos: event.photos,
    ...(organisation && { organisation }),
    ...(proposed && { proposed }),
    ...(dispatch && { dispatch }),
    ...(answer && { answer }),
    ...(outcome && { outcome }),
    ...(internal && { internal }),
    ...(ahead !== undefined && { ahead }),
    ...(help && { help }),
    ...(reached !== undefined && { reached }),
    ...(clock && { clock }),
    ...(called && { called: called.title }),
    ...(nobody && { nobody }),
    ...(other && !own && { other }),
    ...(until && { until }),
    ...(actor.role === 'clock' && { automatic: true }),
    ...(event.changes.reliefCase &&
      action !== 'submit' && { reliefCase: reliefCaseView(event.changes.reliefCase) }),
  }
}

function actorName(
  { personId, organisation, title }: Appeal['events'][number]['actor'],
  reader: string,
): string {
  if (personId === reader) return '您'
  return organisation ? `${organisation.name} · ${title}` : title
}
