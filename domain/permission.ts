import type { AppealAction } from './appeal/states.ts'
import type { Role } from './people/roles.ts'

/**
 * How a caller stands to an appeal.
 * own: they asked, or it is about themselves · responsible: they took it on · organisation: their hat's organisation holds it ·
 * below: an organisation in their area holds it · assistant: their organisation helps · any: no matter which.
 */
export const relations = ['own', 'responsible', 'organisation', 'below', 'assistant', 'any'] as const
export type Relation = (typeof relations)[number]

/** `person` is everyone who is signed in, with or without a hat; `clock` is the timer. */
export type Party = Role | 'person' | 'clock'
export type Grant = Partial<Record<Party, readonly Relation[]>>

const handlers = (...relation: Relation[]): Grant => ({
  gridWorker: relation,
  officer: relation,
  secretary: relation,
  supervisor: relation,
})
const dispatchers = (...relation: Relation[]): Grant => ({
  dispatcher: relation,
  secretary: relation,
  supervisor: relation,
})
const staff = (...relation: Relation[]): Grant => ({ ...handlers(...relation), ...dispatchers(...relation) })
const planners = (...relation: Relation[]): Grant => ({
  ...dispatchers(...relation),
  administrator: relation,
})

const leaders = (...relation: Relation[]): Grant => ({
  officer: relation,
  secretary: relation,
  supervisor: relation,
})

const filers: Grant = {
  ...staff('organisation'),
  messenger: ['organisation'],
  partTimeGridWorker: ['organisation'],
}

const appointers: Grant = { administrator: ['organisation', 'below'], secretary: ['organisation'] }

/** Who stands at the place and lets people check in. */
const organisers = (...relation: Relation[]): Grant => ({
  ...handlers(...relation),
  messenger: relation,
  partTimeGridWorker: relation,
})
const verifiers = (...relation: Relation[]): Grant => ({
  gridWorker: relation,
  secretary: relation,
  supervisor: relation,
})

/** Who may lift the pause of somebody who did not come: of their community, or of what it lies in. */
const forgivers: Grant = { secretary: ['organisation', 'below'], supervisor: ['organisation', 'below'] }

/** Who speaks for a committee to a platform. */
const reliefOfficers: Grant = {
  officer: ['responsible'],
  secretary: ['responsible'],
  supervisor: ['responsible'],
}
/** Of the city itself, or of a trade committee of it (relief/rules.ts): what they change holds in all of it. */
const reliefRulers: Grant = { administrator: ['organisation'], secretary: ['organisation'] }

/** Of the very organisation, or of one above it; who changes two must be that of both. */
const administrators: Grant = { administrator: ['organisation', 'below'] }

/** Of the very community or city: they look after its shop and its rules. */
const shopkeepers: Grant = { secretary: ['organisation'], administrator: ['organisation'] }
/** Of the community, or above it (points.md: four eyes). */
const approvers: Grant = { secretary: ['organisation', 'below'] }

/** Of the city itself: what they change holds in all of it. */
const cityAdministrators: Grant = { administrator: ['organisation'] }

/**
 * Who may do what: action × role × relation (people.md, Permission; appeals.md, Transitions, column "who").
 * The functions enforce it on every call; the screens read the same table.
 */
export const permissions = {
  'person.me': { person: ['any'] },
  'person.home': { person: ['any'] },
  'person.profile': { person: ['any'] },
  'person.register': { person: ['any'] },
  'person.savePhone': { person: ['any'] },
  'person.removePhone': { person: ['any'] },
  'person.looks': { person: ['any'] },
  'personalData.export': { person: ['any'] },
  'personalData.deletion': { person: ['any'] },
  'personalData.delete': { person: ['any'] },
  'administrator.setUp': { person: ['any'] },
  'invitation.view': { person: ['any'] },
  'invitation.accept': { person: ['any'] },
  'invitation.create': appointers,
  'invitation.list': appointers,
  'invitation.picture': appointers,
  'invitation.revoke': appointers,
  'appointment.list': appointers,
  'appointment.end': { person: ['own'], ...appointers },
  'audit.list': { administrator: ['organisation', 'below'] },
  'suggestion.current': { person: ['any'] },
  'suggestion.list': cityAdministrators,
  'suggestion.candidates': cityAdministrators,
  'suggestion.add': cityAdministrators,
  'suggestion.remove': cityAdministrators,
  'settings.view': cityAdministrators,
  'settings.versions': cityAdministrators,
  'settings.publish': cityAdministrators,
  'place.search': { person: ['any'] },
  'place.list': { person: ['any'] },
  'place.named': { person: ['any'] },
  'work.today': staff('organisation'),
  'work.queues': staff('organisation'),
  'duty.rota': { ...handlers('organisation'), ...planners('organisation') },
  'duty.colleagues': { ...handlers('organisation'), ...planners('organisation') },
  'duty.now': { ...handlers('organisation'), ...planners('organisation', 'below') },
  'duty.plan': planners('organisation'),
  'duty.handOver': staff('organisation'),
  'duty.askSwap': staff('organisation'),
  'duty.answerSwap': staff('organisation'),
  'duty.takeBackSwap': staff('organisation'),
  'task.list': { person: ['any'] },
  'task.mine': { person: ['any'] },
  'task.record': { person: ['any'] },
  'task.view': { person: ['any'] },
  'task.claim': { person: ['any'] },
  'task.wait': { person: ['any'] },
  'task.release': { person: ['any'] },
  'task.checkIn': { person: ['any'] },
  'task.submit': { person: ['any'] },
  'group.here': { person: ['any'] },
  'group.bind': organisers('organisation'),
  'group.unbind': handlers('organisation', 'below'),
  'group.list': organisers('organisation'),
  'task.share': organisers('organisation', 'below'),
  'task.decline': { person: ['any'] },
  // own: who holds its place, in its window (task.beneficiary).
  'task.beneficiary': { person: ['own'], ...handlers('organisation', 'below') },
  'task.thanksCode': organisers('organisation', 'below'),
  'task.thanked': { person: ['any'] },
  'task.thank': { person: ['any'] },
  'task.board': organisers('organisation', 'below'),
  'task.teams': handlers('organisation'),
  'task.create': handlers('organisation'),
  'task.edit': handlers('organisation', 'below'),
  'task.cancel': handlers('organisation', 'below'),
  'task.codes': organisers('organisation', 'below'),
  'task.checkInFor': organisers('organisation', 'below'),
  'task.toVerify': verifiers('organisation'),
  // A second person: never one's own work, nor in pairs (task/proving.ts).
  'task.verify': verifiers('organisation', 'below'),
  'task.spots': verifiers('organisation'),
  'task.spotCheck': verifiers('below'),
  'task.absent': forgivers,
  'volunteer.forgive': forgivers,
  'volunteer.view': { person: ['any'] },
  'volunteer.save': { person: ['any'] },
  'notice.list': { person: ['any'] },
  'notice.reminders': { person: ['any'] },
  'notice.subscribe': { person: ['any'] },
  'notice.unread': { person: ['any'] },
  'notice.read': { person: ['any'] },
  'appeal.mine': { person: ['any'] },
  'appeal.work': staff('organisation'),
  'appeal.counts': staff('organisation'),
  'appeal.search': { ...handlers('organisation'), ...dispatchers('organisation', 'below') },
  'appeal.view': {
    person: ['own'],
    ...handlers('organisation', 'assistant'),
    dispatcher: ['organisation', 'below'],
    secretary: ['organisation', 'below', 'assistant'],
    supervisor: ['organisation', 'below', 'assistant'],
  },
  'appeal.submit': { person: ['any'] },
  // Numbers and what is wrong, nothing else of them.
  'appeal.verify': administrators,
  /** 代报: for somebody who can't or won't do it themselves. */
  'appeal.submitFor': filers,
  'filing.list': filers,
  'filing.claim': { person: ['any'] },
  'project.public': { person: ['any'] },
  'project.list': staff('organisation'),
  'project.find': staff('organisation'),
  'project.view': staff('organisation', 'below'),
  'project.appeals': staff('organisation', 'below'),
  'project.create': leaders('organisation'),
  'project.add': leaders('organisation', 'below'),
  'project.remove': leaders('organisation', 'below'),
  'project.progress': leaders('organisation'),
  'project.close': leaders('organisation'),
  'meeting.list': staff('organisation'),
  'meeting.draft': leaders('organisation'),
  'meeting.view': staff('organisation', 'below'),
  'meeting.create': leaders('organisation'),
  'meeting.agenda': leaders('organisation'),
  'meeting.minutes': leaders('organisation'),
  'meeting.raise': leaders('organisation'),
  'meeting.finish': leaders('organisation'),
  /** Whose phone: the identity level decides further (appeal/privacy.ts). */
  'appeal.contact': {
    ...handlers('responsible'),
    secretary: ['responsible', 'organisation', 'below'],
    supervisor: ['responsible', 'organisation', 'below'],
  },
  'appeal.dispatch': dispatchers('organisation', 'below'),
  'appeal.accept': handlers('organisation'),
  'appeal.return': handlers('organisation'),
  'appeal.transfer': { ...handlers('responsible'), secretary: ['organisation', 'responsible'] },
  'appeal.assist': handlers('responsible', 'assistant'),
  'appeal.note': handlers('responsible', 'assistant'),
  'appeal.suspend': { ...handlers('responsible'), supervisor: ['responsible', 'below'] },
  'appeal.resume': { ...handlers('responsible'), clock: ['any'] },
  'appeal.resolve': handlers('responsible'),
  'appeal.confirm': { person: ['own'] },
  // Above, or beside: whoever handled it is refused (appeal/possible.ts).
  'appeal.followUp': {
    secretary: ['organisation', 'below'],
    supervisor: ['organisation', 'below'],
    clock: ['any'],
  },
  'appeal.reopen': { person: ['own'] },
  'appeal.reply': { person: ['own'] },
  'appeal.urge': { person: ['own'] },
  'appeal.escalate': {
    clock: ['any'],
    dispatcher: ['organisation'],
    secretary: ['organisation'],
    supervisor: ['organisation', 'below'],
  },
  'appeal.warn': { clock: ['any'] },
  'appeal.name': { clock: ['any'] },
  'appeal.conclude': { clock: ['any'] },
  // Who may see it there, near by; never one's own.
  'appeal.support': { person: ['any'] },
  'appeal.similar': { person: ['any'] },
  // Who said that they saw it, or stands where it is (appeal/similar.ts).
  'appeal.seen': { person: ['any'] },
  /** 可以公开 or 不公开: never what one said oneself (safety/judging.ts). */
  'content.judge': { ...handlers('organisation'), ...dispatchers('organisation', 'below') },
  // Nicknames and thanks, which belong to no appeal.
  'content.held': dispatchers('organisation'),
  'appeal.merge': dispatchers('organisation', 'below'),
  'appeal.mergeable': dispatchers('organisation', 'below'),
  'appeal.unmerge': dispatchers('organisation', 'below'),
  'appeal.withdraw': { person: ['own'] },
  'appeal.decline': dispatchers('organisation', 'below'),
  'appeal.review': { person: ['own'] },
  // Whoever took it on at the committee; grid workers have none of it.
  'appeal.decideRelief': reliefOfficers,
  'appeal.answerRelief': reliefOfficers,
  'relief.rules': reliefRulers,
  'relief.changeRules': reliefRulers,
  'relief.figures': staff('organisation'),
  'points.mine': { person: ['any'] },
  'points.statement': { person: ['any'] },
  'points.rules': { person: ['any'] },
  // Of others what is public; more of it is not there.
  'honour.public': { person: ['any'] },
  'honour.view': { person: ['any'] },
  'honour.mine': { person: ['any'] },
  'honour.object': { person: ['any'] },
  'honour.decline': { person: ['any'] },
  'honour.candidates': { secretary: ['organisation'] },
  'honour.nominate': { secretary: ['organisation'] },
  'honour.queue': { secretary: ['organisation'] },
  // A second person: never who nominated, never one's own (honour/deciding.ts).
  'honour.sign': approvers,
  'honour.refuse': approvers,
  'honour.decide': approvers,
  'ranking.list': { person: ['any'] },
  'ranking.mine': { person: ['any'] },
  'ranking.show': { person: ['any'] },
  // The ledger is one for the whole city.
  'points.reconcile': cityAdministrators,
  // Figures of the whole of it.
  'system.health': cityAdministrators,
  'reward.shop': { person: ['any'] },
  'reward.view': { person: ['any'] },
  'reward.list': shopkeepers,
  'reward.save': shopkeepers,
  'reward.merchants': shopkeepers,
  'redemption.ask': { person: ['any'] },
  'redemption.mine': { person: ['any'] },
  // One's own; of others it is not there.
  'redemption.view': { person: ['any'] },
  'redemption.cancel': { person: ['any'] },
  'redemption.queue': { secretary: ['organisation'] },
  'redemption.approve': approvers,
  'redemption.reject': approvers,
  'redemption.setBudget': shopkeepers,
  // Of whoever hands it over: a code of another merchant is refused by its name.
  'redemption.check': { clerk: ['organisation'] },
  'redemption.fulfil': { clerk: ['organisation'] },
  'pointsReview.queue': leaders('organisation'),
  // Never one's own, nor what one verified or judged before (points/review/judging.ts).
  'pointsReview.judge': leaders('organisation', 'below'),
  // One's own; of others it is not there.
  'pointsReview.view': { person: ['any'] },
  'pointsReview.appeal': { person: ['any'] },
  'pointsRules.view': shopkeepers,
  'pointsRules.versions': shopkeepers,
  'pointsRules.preview': shopkeepers,
  'pointsRules.publish': shopkeepers,
  // No one does these to an appeal: they follow from a merger of organisations, from what is done to another one, to a
  // project or in a meeting, or from a claim by its code.
  'appeal.inherit': {},
  'appeal.claim': {},
  'appeal.join': {},
  'appeal.leave': {},
  'appeal.projectDone': {},
  'appeal.decide': {},
  'appeal.gather': {},
  'appeal.letGo': {},
  'place.near': { person: ['any'] },
  'organisation.list': administrators,
  'organisation.view': administrators,
  'organisation.picture': appointers,
  'organisation.create': administrators,
  'organisation.edit': administrators,
  'organisation.move': administrators,
  'organisation.close': administrators,
  'organisation.open': administrators,
  'organisation.merge': administrators,
  'organisation.settle': administrators,
  'organisation.importRows': administrators,
  'organisation.exportRows': administrators,
  // Of the city that their organisation lies in: the rules are one city's, and may be read by all its administrators.
  'routing.view': administrators,
  'routing.versions': administrators,
  'routing.dryRun': administrators,
  // Of the city itself.
  'routing.trial': administrators,
  'routing.publish': administrators,
} as const satisfies Record<string, Grant> & Record<`appeal.${AppealAction}`, Grant>

export type PermissionKey = keyof typeof permissions

/**
 * Whether the table grants an action. Who asked for something has the rights of a person on it and no others:
 * nobody handles their own appeal, whatever hat they wear.
 */
export function granted(
  action: PermissionKey,
  role: Role | undefined,
  standing: readonly Relation[],
): boolean {
  const grant: Grant = permissions[action]
  const holds = (party: Party) =>
    grant[party]?.some((relation) => relation === 'any' || standing.includes(relation))
  if (holds('person')) return true
  return role !== undefined && !standing.includes('own') && Boolean(holds(role))
}

/** Whether someone of this role can be on duty: whoever is called must be able to do something about it. */
export const mayBeOnDuty = (role: Role): boolean => mayEver('duty.handOver', role)

/** Whether some row of the table could let this role do it; the relation to the very appeal is asked later. */
export function mayEver(action: PermissionKey, role: Role | undefined): boolean {
  const grant: Grant = permissions[action]
  return grant.person !== undefined || (role !== undefined && grant[role] !== undefined)
}
