import { createHash } from 'node:crypto'
import { type ActionName, contract, envelope, type Output, type Reply } from '../../domain/contract.ts'
import { fieldNames, Refusal, type RefusalCode, refusals } from '../../domain/errors.ts'
import { againAt, isRated } from '../../domain/people/rates.ts'
import { mayEver } from '../../domain/permission.ts'
import { vouchedGroup } from '../store/identity.ts'
import { countRate } from '../store/people.ts'
import { accept } from './appeal/accept.ts'
import { assist } from './appeal/assist.ts'
import { confirm } from './appeal/confirm.ts'
import { contact } from './appeal/contact.ts'
import { counts } from './appeal/counts.ts'
import { decline } from './appeal/decline.ts'
import { dispatch } from './appeal/dispatch.ts'
import { escalate } from './appeal/escalate.ts'
import { followUp } from './appeal/followUp.ts'
import { merge as mergeAppeal } from './appeal/merge.ts'
import { mergeable } from './appeal/mergeable.ts'
import { mine } from './appeal/mine.ts'
import { note } from './appeal/note.ts'
import { reopen } from './appeal/reopen.ts'
import { resolve } from './appeal/resolve.ts'
import { resume } from './appeal/resume.ts'
import { giveBack } from './appeal/return.ts'
import { review } from './appeal/review.ts'
import { search as searchAppeals } from './appeal/search.ts'
import { seen } from './appeal/seen.ts'
import { similar } from './appeal/similar.ts'
import { submit } from './appeal/submit.ts'
import { submitFor } from './appeal/submitFor.ts'
import { support } from './appeal/support.ts'
import { suspend } from './appeal/suspend.ts'
import { transfer } from './appeal/transfer.ts'
import { unmerge } from './appeal/unmerge.ts'
import { urge } from './appeal/urge.ts'
import { verify } from './appeal/verify.ts'
import { view } from './appeal/view.ts'
import { withdraw } from './appeal/withdraw.ts'
import { work } from './appeal/work.ts'
import { answeredBefore, requestKey } from './audited.ts'
import { callerOf } from './caller.ts'
import { answerSwap } from './duty/answerSwap.ts'
import { askSwap } from './duty/askSwap.ts'
import { colleagues } from './duty/colleagues.ts'
import { handOver } from './duty/handOver.ts'
import { now as onDuty } from './duty/now.ts'
import { plan } from './duty/plan.ts'
import { rota } from './duty/rota.ts'
import { takeBackSwap } from './duty/takeBackSwap.ts'
import { claim } from './filing/claim.ts'
import { list as listFilings } from './filing/list.ts'
import { agenda as agendaMeeting } from './meeting/agenda.ts'
import { create as createMeeting } from './meeting/create.ts'
import { draft as draftMeeting } from './meeting/draft.ts'
import { finish as finishMeeting } from './meeting/finish.ts'
import { list as listMeeting } from './meeting/list.ts'
import { minutes as minutesMeeting } from './meeting/minutes.ts'
import { raise as raiseMeeting } from './meeting/raise.ts'
import { view as viewMeeting } from './meeting/view.ts'
import { listNotices } from './notice/list.ts'
import { readNotices } from './notice/read.ts'
import { unread } from './notice/unread.ts'
import { close } from './organisation/close.ts'
import { create } from './organisation/create.ts'
import { edit } from './organisation/edit.ts'
import { exportRows } from './organisation/exportRows.ts'
import { importRows } from './organisation/importRows.ts'
import { list as listOrganisations } from './organisation/list.ts'
import { merge } from './organisation/merge.ts'
import { move } from './organisation/move.ts'
import { open } from './organisation/open.ts'
import { picture } from './organisation/picture.ts'
import { settle } from './organisation/settle.ts'
import { view as viewOrganisation } from './organisation/view.ts'
import { appointmentEnd } from './people/appointmentEnd.ts'
import { appointmentList } from './people/appointmentList.ts'
import { auditList } from './people/auditList.ts'
import { deletePerson } from './people/delete.ts'
import { deletion } from './people/deletion.ts'
import { exportData } from './people/export.ts'
import { home } from './people/home.ts'
import { invitationAccept } from './people/invitationAccept.ts'
import { invitationCreate } from './people/invitationCreate.ts'
import { invitationList } from './people/invitationList.ts'
import { invitationPicture } from './people/invitationPicture.ts'
import { invitationRevoke } from './people/invitationRevoke.ts'
import { invitationView } from './people/invitationView.ts'
import { looks } from './people/looks.ts'
import { me } from './people/me.ts'
import { profile } from './people/profile.ts'
import { register } from './people/register.ts'
import { removePhone } from './people/removePhone.ts'
import { savePhone } from './people/savePhone.ts'
import { setUp } from './people/setUp.ts'
import { list } from './place/list.ts'
import { named } from './place/named.ts'
import { near } from './place/near.ts'
import { search } from './place/search.ts'
import { add as addProject } from './project/add.ts'
import { appeals as appealsProject } from './project/appeals.ts'
import { close as closeProject } from './project/close.ts'
import { create as createProject } from './project/create.ts'
import { find as findProject } from './project/find.ts'
import { list as listProject } from './project/list.ts'
import { progress as progressProject } from './project/progress.ts'
import { readPublic } from './project/public.ts'
import { remove as removeProject } from './project/remove.ts'
import { view as viewProject } from './project/view.ts'
import { answer as answerRelief } from './relief/answer.ts'
import { changeRules } from './relief/changeRules.ts'
import { decide as decideRelief } from './relief/decide.ts'
import { figures } from './relief/figures.ts'
import { rules as reliefRules } from './relief/rules.ts'
import { dryRun } from './routing/dryRun.ts'
import { publish } from './routing/publish.ts'
import { trial } from './routing/trial.ts'
import { versions } from './routing/versions.ts'
import { view as viewRouting } from './routing/view.ts'
import { add as addSuggestion } from './suggestion/add.ts'
import { candidates as suggestionCandidates } from './suggestion/candidates.ts'
import { current as currentSuggestions } from './suggestion/current.ts'
import { list as listSuggestions } from './suggestion/list.ts'
import { remove as removeSuggestion } from './suggestion/remove.ts'
import { board as taskBoard } from './task/board.ts'
import { cancel as cancelTask } from './task/cancel.ts'
import { checkIn } from './task/checkIn.ts'
import { checkInFor } from './task/checkInFor.ts'
import { claim as claimTask } from './task/claim.ts'
import { codes as taskCodes } from './task/codes.ts'
import { create as createTask } from './task/create.ts'
import { edit as editTask } from './task/edit.ts'
import { list as listTasks } from './task/list.ts'
import { mine as myTasks } from './task/mine.ts'
import { record as taskRecord } from './task/record.ts'
import { release as releaseTask } from './task/release.ts'
import { spotCheck as spotCheckTask } from './task/spotCheck.ts'
import { spots as taskSpots } from './task/spots.ts'
import { submit as submitTask } from './task/submit.ts'
import { toVerify as tasksToVerify } from './task/toVerify.ts'
import { verify as verifyTask } from './task/verify.ts'
import { view as viewTask } from './task/view.ts'
import { wait as waitForTask } from './task/wait.ts'
import type { UseCase } from './useCase.ts'
import { save as saveVolunteer } from './volunteer/save.ts'
import { view as viewVolunteer } from './volunteer/view.ts'
import { today } from './work/today.ts'

const useCases: { [A in ActionName]: UseCase<A> } = {
  'person.me': me,
  'person.home': home,
  'person.profile': profile,
  'person.register': register,
  'person.savePhone': savePhone,
  'person.removePhone': removePhone,
  'person.looks': looks,
  'person.export': exportData,
  'person.deletion': deletion,
  'person.delete': deletePerson,
  'administrator.setUp': setUp,
  'invitation.create': invitationCreate,
  'invitation.list': invitationList,
  'invitation.picture': invitationPicture,
  'invitation.view': invitationView,
  'invitation.accept': invitationAccept,
  'invitation.revoke': invitationRevoke,
  'appointment.list': appointmentList,
  'appointment.end': appointmentEnd,
  'audit.list': auditList,
  'place.search': search,
  'place.list': list,
  'place.named': named,
  'appeal.submit': submit,
  'appeal.submitFor': submitFor,
  'filing.list': listFilings,
  'project.add': addProject,
  'project.appeals': appealsProject,
  'project.close': closeProject,
  'project.create': createProject,
  'project.find': findProject,
  'project.list': listProject,
  'project.progress': progressProject,
  'project.remove': removeProject,
  'project.view': viewProject,
  'project.public': readPublic,
  'meeting.agenda': agendaMeeting,
  'meeting.create': createMeeting,
  'meeting.draft': draftMeeting,
  'meeting.finish': finishMeeting,
  'meeting.list': listMeeting,
  'meeting.minutes': minutesMeeting,
  'meeting.raise': raiseMeeting,
  'meeting.view': viewMeeting,
  'filing.claim': claim,
  'appeal.mine': mine,
  'appeal.work': work,
  'appeal.counts': counts,
  'appeal.search': searchAppeals,
  'appeal.mergeable': mergeable,
  'appeal.view': view,
  'appeal.dispatch': dispatch,
  'appeal.contact': contact,
  'appeal.accept': accept,
  'appeal.return': giveBack,
  'appeal.note': note,
  'appeal.resolve': resolve,
  'appeal.confirm': confirm,
  'appeal.withdraw': withdraw,
  'appeal.verify': verify,
  'appeal.urge': urge,
  'appeal.unmerge': unmerge,
  'appeal.transfer': transfer,
  'appeal.suspend': suspend,
  'appeal.similar': similar,
  'appeal.seen': seen,
  'appeal.support': support,
  'appeal.review': review,
  'appeal.resume': resume,
  'appeal.reopen': reopen,
  'appeal.merge': mergeAppeal,
  'appeal.followUp': followUp,
  'appeal.escalate': escalate,
  'appeal.decline': decline,
  'appeal.assist': assist,
  'duty.rota': rota,
  'duty.colleagues': colleagues,
  'duty.now': onDuty,
  'duty.plan': plan,
  'duty.handOver': handOver,
  'duty.askSwap': askSwap,
  'duty.answerSwap': answerSwap,
  'duty.takeBackSwap': takeBackSwap,
  'task.list': listTasks,
  'task.mine': myTasks,
  'task.record': taskRecord,
  'task.view': viewTask,
  'task.claim': claimTask,
  'task.wait': waitForTask,
  'task.release': releaseTask,
  'task.checkIn': checkIn,
  'task.submit': submitTask,
  'task.board': taskBoard,
  'task.create': createTask,
  'task.edit': editTask,
  'task.cancel': cancelTask,
  'task.codes': taskCodes,
  'task.checkInFor': checkInFor,
  'task.toVerify': tasksToVerify,
  'task.verify': verifyTask,
  'task.spots': taskSpots,
  'task.spotCheck': spotCheckTask,
  'volunteer.view': viewVolunteer,
  'volunteer.save': saveVolunteer,
  'work.today': today,
  'notice.list': listNotices,
  'notice.unread': unread,
  'notice.read': readNotices,
  'place.near': near,
  'organisation.list': listOrganisations,
  'organisation.view': viewOrganisation,
  'organisation.picture': picture,
  'organisation.create': create,
  'organisation.edit': edit,
  'organisation.move': move,
  'organisation.close': close,
  'organisation.open': open,
  'organisation.merge': merge,
  'organisation.settle': settle,
  'organisation.importRows': importRows,
  'organisation.exportRows': exportRows,
  'appeal.decideRelief': decideRelief,
  'appeal.answerRelief': answerRelief,
  'relief.rules': reliefRules,
  'relief.changeRules': changeRules,
  'relief.figures': figures,
  'suggestion.current': currentSuggestions,
  'suggestion.list': listSuggestions,
  'suggestion.candidates': suggestionCandidates,
  'suggestion.add': addSuggestion,
  'suggestion.remove': removeSuggestion,
  'routing.view': viewRouting,
  'routing.versions': versions,
  'routing.dryRun': dryRun,
  'routing.trial': trial,
  'routing.publish': publish,
}

/** Parses once, asks who it is, whether their role may and not too often, hands on to the use case. Throws refusals. */
export async function answer(event: unknown, now: number): Promise<Reply<ActionName>> {
  const { action, input, requestId, hat, group } = parsed(envelope, event)
  if (!isAction(action)) throw new Refusal('ACTION_UNKNOWN')
  return carryOut(action, input, { requestId, hat, now, groupId: vouchedGroup('group', group) ?? null })
}

async function carryOut<A extends ActionName>(
  action: A,
  input: unknown,
  {
    requestId,
    hat,
    now,
    groupId,
  }: { requestId: string | undefined; hat: string | undefined; now: number; groupId: string | null },
): Promise<Reply<A>> {
  if (contract[action].write && requestId === undefined) throw new Refusal('REQUEST_ID_MISSING')
  const checked = parsed<unknown>(contract[action].input, input ?? {})
  const { person, caller } = await callerOf(hat, now)
  const asking = { person, requestId: requestId ?? '', asked: hashOf([action, checked]) }
  if (!caller) {
    // Whoever gives up the very hat they wear asks again under it when the answer was lost.
    const before = contract[action].write ? await answeredBefore(asking) : undefined
    if (before === undefined) throw new Refusal('HAT_UNKNOWN')
    return { ok: true, data: before as Output<A> }
  }
  if (!mayEver(action, caller.hat?.role)) throw new Refusal('NOT_YOURS')
  const until = isRated(action) && (await countRate(person, action, requestKey(asking), now))
  if (until) throw new Refusal('TOO_OFTEN', { until: againAt(until) })
  const carry: UseCase<A> = useCases[action]
  // The schema of this very action has just parsed it.
  const data = await carry({ ...asking, caller, now, groupId }, checked as Parameters<UseCase<A>>[1])
  return { ok: true, data }
}

const hashOf = (value: unknown): string => createHash('sha256').update(JSON.stringify(value)).digest('hex')

function isAction(action: string): action is ActionName {
  return Object.hasOwn(contract, action)
}

interface Schema<T> {
  safeParse(
    value: unknown,
  ): { success: true; data: T } | { success: false; error: { issues: readonly Issue[] } }
}
interface Issue {
  code?: string
  message: string
  path: readonly PropertyKey[]
  keys?: readonly string[]
  maximum?: number | bigint
}

function parsed<T>(schema: Schema<T>, value: unknown): T {
  const result = schema.safeParse(value)
  if (result.success) return result.data
  throw refusalOf(result.error.issues[0])
}

/** The first thing that is wrong, as a refusal: a schema's message is a code of the closed list. */
function refusalOf(issue: Issue | undefined): Refusal {
  if (issue?.code === 'unrecognized_keys')
    return new Refusal('FIELD_UNKNOWN', { field: issue.keys?.join('、') ?? '' })
  const name = String(issue?.path[0] ?? '')
  const field = Object.hasOwn(fieldNames, name) ? fieldNames[name as keyof typeof fieldNames] : '内容'
  const code =
    issue && Object.hasOwn(refusals, issue.message) ? (issue.message as RefusalCode) : 'FIELD_INVALID'
  return new Refusal(code, { field, limit: Number(issue?.maximum ?? 0) })
}
