import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type ActionName, contract } from '../domain/contract.ts'
import { type Role, roleNames } from '../domain/people/roles.ts'
import { granted, mayEver, permissions, type Relation } from '../domain/permission.ts'
import { shippedReliefRules } from '../domain/relief/rules.ts'
import type { Dump } from '../localcloud/start.ts'
import { permissionsPage } from '../scripts/permissions/page.ts'
import { newRequestId, startTestCloud, type TestCloud } from './support/cloud.ts'
import { nominated } from './support/honours.ts'
import { heldPayment, redemptionOf } from './support/points.ts'

const kaixuan = '210103014001'
const chaohu = '210114001016'
const above = '210103-newSectorCommittee'
const roles = Object.keys(roleNames) as Role[]

it('docs/permissions.md says what the table says (npm run permissions)', () => {
  expect(readFileSync(new URL('../docs/permissions.md', import.meta.url), 'utf8')).toBe(permissionsPage())
})

it('every action of the contract has its row', () => {
  expect(Object.keys(contract).filter((action) => !(action in permissions))).toEqual([])
})

/** How a caller stands to what the call is about. */
type Standing = 'own' | 'responsible' | 'organisation' | 'below' | 'foreign'
const standings: Record<Standing, { at: string; appeal: Relation[]; organisation: Relation[] }> = {
  own: { at: kaixuan, appeal: ['own', 'organisation'], organisation: ['organisation'] },
  responsible: { at: kaixuan, appeal: ['organisation', 'responsible'], organisation: ['organisation'] },
  organisation: { at: kaixuan, appeal: ['organisation'], organisation: ['organisation'] },
  below: { at: above, appeal: ['below'], organisation: ['below'] },
  foreign: { at: chaohu, appeal: [], organisation: [] },
}

let cloud: TestCloud
let start: Dump
const appealIds: Partial<Record<`${Role | 'nobody'} ${Standing}`, string>> = {}
/** Of 凯旋社区, which some callers stand inside, some above and some beside. */
let token: string
let task: string
let project: string
let meeting: string
let redemption: string
let review: string
let honour: string
let colleague: { personId: string; appointmentId: string }
const openid = (role: Role | 'nobody', at: string) => `o-${role}-${at}`

beforeAll(async () => {
  cloud = await startTestCloud({
    districts: ['210103', '210114'],
    openapi: { 'updatableMessage.createActivityId': { activityId: 'activity-1' } },
  })
  const appeal = {
    kind: 'request',
    category: 'gateAccess',
    text: '北门晚上九点就锁',
    area: kaixuan,
    trade: 'delivery',
  } as const
  const { id: somebodys } = await cloud.phone('o-somebody').call('appeal.submit', appeal)
  const { appeals } = await import('../cloudfunctions/store/appeals.ts')
  for (const role of roles) {
    for (const at of [kaixuan, above, chaohu])
      await cloud.staff({ openid: openid(role, at), role, organisationId: at })
    const self = cloud.phone(openid(role, kaixuan))
    appealIds[`${role} own`] = (await self.call('appeal.submit', appeal)).id
    const { id } = await cloud.phone('o-somebody').call('appeal.submit', appeal)
    await appeals.put({
      ...((await appeals.get(id)) ?? fail()),
      state: 'accepted',
      responsible: { personId: await self.personId(), title: roleNames[role] },
    })
    appealIds[`${role} responsible`] = id
    for (const standing of ['organisation', 'below', 'foreign'] as const)
      appealIds[`${role} ${standing}`] = somebodys
  }
  appealIds['nobody own'] = (await cloud.phone(openid('nobody', kaixuan)).call('appeal.submit', appeal)).id
  appealIds['nobody foreign'] = somebodys
  const administrator = cloud.phone(openid('administrator', kaixuan), `administrator-${kaixuan}`)
  ;({ token } = await administrator.call('invitation.create', {
    organisationId: kaixuan,
    role: 'gridWorker',
  }))
  await cloud.staff({ openid: 'o-colleague', role: 'clerk', organisationId: kaixuan })
  colleague = {
    personId: await cloud.phone('o-colleague').personId(),
    appointmentId: `clerk-${kaixuan}`,
  }
  const secretary = cloud.phone(openid('secretary', kaixuan), `secretary-${kaixuan}`)
  project = (await secretary.call('project.create', { title: '北门夜间通行' })).id
  meeting = (await secretary.call('meeting.create', { kind: 'joint', at: Date.now(), where: '会议室' })).id
  const { groups } = await import('../cloudfunctions/store/groups.ts')
  await groups.add({
    _id: 'g-kaixuan',
    name: '骑手之家',
    organisation: { id: kaixuan, name: '凯旋社区' },
    boundBy: { personId: 'p', role: 'gridWorker', title: '网格员' },
    at: 1,
    tasks: [],
  })
  const hour = 3_600_000
  task = (await secretary.call('task.create', { plan: taskPlan(Date.now() + hour), publish: true })).id
  redemption = await redemptionOf(cloud.phone('o-somebody'), kaixuan)
  review = await heldPayment(await cloud.phone('o-somebody').personId())
  honour = await nominated(cloud, cloud.phone('o-somebody'))
  start = await cloud.local.dump()
}, 120_000)
afterAll(() => cloud.close())

const taskPlan = (from: number) => ({
  title: '扫一扫台阶',
  kind: 'cleaning' as const,
  place: { name: '北门' },
  from,
  to: from + 3_600_000,
  places: 3,
  points: 2,
})

const fail = (): never => {
  throw new Error('it is not there')
}

type Target =
  | 'redemption'
  | 'review'
  | 'honour'
  | 'project'
  | 'meeting'
  | 'task'
  | 'group'
  | 'appeal'
  | 'organisation'
  | 'invitation'
  | 'appointment'
  | 'self'
  | 'city'

/** What each action is about; `self`: the caller, or the hat that is worn; `city`: nobody here administers it. */
const targets: Record<ActionName, Target> = {
  'person.me': 'self',
  'person.home': 'self',
  'person.profile': 'self',
  'person.register': 'self',
  'person.savePhone': 'self',
  'person.removePhone': 'self',
  'person.looks': 'self',
  'personalData.export': 'self',
  'personalData.deletion': 'self',
  'personalData.delete': 'self',
  'administrator.setUp': 'self',
  'invitation.create': 'organisation',
  'invitation.list': 'organisation',
  'invitation.picture': 'invitation',
  'invitation.view': 'self',
  'invitation.accept': 'self',
  'invitation.revoke': 'invitation',
  'appointment.list': 'organisation',
  'appointment.end': 'appointment',
  'audit.list': 'organisation',
  'organisation.list': 'organisation',
  'organisation.view': 'organisation',
  'organisation.picture': 'organisation',
  'organisation.create': 'organisation',
  'organisation.edit': 'organisation',
  'organisation.move': 'organisation',
  'organisation.close': 'self',
  'organisation.open': 'self',
  'organisation.merge': 'organisation',
  'organisation.settle': 'organisation',
  'organisation.importRows': 'self',
  'organisation.exportRows': 'organisation',
  'suggestion.current': 'self',
  'suggestion.list': 'city',
  'suggestion.candidates': 'city',
  'suggestion.add': 'city',
  'suggestion.remove': 'city',
  'settings.view': 'city',
  'settings.versions': 'city',
  'settings.publish': 'city',
  'routing.view': 'organisation',
  'routing.versions': 'organisation',
  'routing.dryRun': 'organisation',
  'routing.trial': 'organisation',
  'routing.publish': 'organisation',
  'place.near': 'self',
  'duty.rota': 'self',
  'duty.colleagues': 'self',
  'duty.now': 'organisation',
  'duty.plan': 'self',
  'duty.handOver': 'self',
  'duty.askSwap': 'self',
  'duty.answerSwap': 'self',
  'duty.takeBackSwap': 'self',
  'work.today': 'self',
  'work.queues': 'self',
  'place.search': 'self',
  'place.list': 'self',
  'place.named': 'self',
  'appeal.submitFor': 'self',
  'filing.list': 'self',
  'filing.claim': 'self',
  'project.public': 'project',
  'project.list': 'self',
  'project.find': 'self',
  'project.view': 'project',
  'project.appeals': 'project',
  'project.create': 'self',
  'project.add': 'project',
  'project.remove': 'project',
  'project.progress': 'project',
  'project.close': 'project',
  'meeting.list': 'self',
  'meeting.draft': 'self',
  'meeting.view': 'meeting',
  'meeting.create': 'self',
  'meeting.agenda': 'meeting',
  'meeting.minutes': 'meeting',
  'meeting.raise': 'meeting',
  'meeting.finish': 'meeting',
  'appeal.mine': 'self',
  'appeal.work': 'self',
  'appeal.counts': 'self',
  'appeal.search': 'self',
  'appeal.submit': 'self',
  'appeal.contact': 'appeal',
  'appeal.mergeable': 'appeal',
  'appeal.view': 'appeal',
  'appeal.dispatch': 'appeal',
  'appeal.accept': 'appeal',
  'appeal.return': 'appeal',
  'appeal.note': 'appeal',
  'appeal.resolve': 'appeal',
  'appeal.confirm': 'appeal',
  'appeal.withdraw': 'appeal',
  'appeal.verify': 'organisation',
  'appeal.transfer': 'appeal',
  'appeal.assist': 'appeal',
  'appeal.suspend': 'appeal',
  'appeal.resume': 'appeal',
  'appeal.followUp': 'appeal',
  'appeal.reopen': 'appeal',
  'appeal.reply': 'appeal',
  'appeal.urge': 'appeal',
  'appeal.escalate': 'appeal',
  'appeal.merge': 'appeal',
  'appeal.unmerge': 'appeal',
  'appeal.support': 'appeal',
  'appeal.similar': 'self',
  // What somebody may not see is for them not there.
  'appeal.seen': 'appeal',
  'appeal.decline': 'appeal',
  'appeal.review': 'appeal',
  'appeal.decideRelief': 'appeal',
  'appeal.answerRelief': 'appeal',
  'relief.rules': 'city',
  'relief.changeRules': 'city',
  'relief.figures': 'self',
  'task.list': 'self',
  'task.mine': 'self',
  'task.record': 'self',
  'task.view': 'task',
  'task.claim': 'task',
  'task.wait': 'task',
  'task.release': 'task',
  'task.checkIn': 'task',
  'task.submit': 'task',
  'task.board': 'self',
  'task.teams': 'self',
  'task.create': 'self',
  'task.edit': 'task',
  'task.cancel': 'task',
  'task.codes': 'task',
  'task.checkInFor': 'task',
  'task.toVerify': 'self',
  'task.verify': 'task',
  'task.spots': 'self',
  'task.spotCheck': 'task',
  'task.share': 'task',
  'task.decline': 'task',
  'task.beneficiary': 'task',
  'task.thanksCode': 'task',
  'task.thanked': 'self',
  'task.thank': 'self',
  'group.here': 'self',
  'group.bind': 'self',
  'group.unbind': 'group',
  'group.list': 'self',
  'task.absent': 'task',
  // Of their community, as their organisation stands to the caller.
  'volunteer.forgive': 'appointment',
  'volunteer.view': 'self',
  'volunteer.save': 'self',
  'points.mine': 'self',
  'points.statement': 'self',
  'points.rules': 'self',
  'points.reconcile': 'city',
  'system.health': 'city',
  'honour.public': 'self',
  'honour.view': 'honour',
  'honour.mine': 'self',
  'honour.object': 'honour',
  'honour.decline': 'honour',
  'honour.candidates': 'self',
  'honour.nominate': 'self',
  'honour.queue': 'self',
  'honour.sign': 'honour',
  'honour.refuse': 'honour',
  'honour.decide': 'honour',
  'ranking.list': 'self',
  'ranking.mine': 'self',
  'ranking.show': 'self',
  'reward.shop': 'self',
  'reward.view': 'self',
  'reward.list': 'self',
  'reward.merchants': 'self',
  'reward.save': 'self',
  'redemption.ask': 'self',
  'redemption.mine': 'self',
  'redemption.view': 'redemption',
  'redemption.cancel': 'redemption',
  'redemption.queue': 'self',
  'redemption.approve': 'redemption',
  'redemption.reject': 'redemption',
  'redemption.setBudget': 'self',
  'redemption.check': 'self',
  'redemption.fulfil': 'self',
  'pointsReview.queue': 'self',
  'pointsReview.judge': 'review',
  'pointsReview.view': 'review',
  'pointsReview.appeal': 'review',
  'pointsRules.view': 'self',
  'pointsRules.versions': 'self',
  'pointsRules.preview': 'self',
  'pointsRules.publish': 'self',
  'notice.list': 'self',
  'notice.reminders': 'self',
  'notice.subscribe': 'self',
  'notice.unread': 'self',
  'notice.read': 'self',
  'content.judge': 'appeal',
  'content.held': 'self',
}

interface About {
  group: string
  task: string
  redemption: string
  review: string
  honour: string
  project: string
  meeting: string
  appeal: string
  organisation: string
  token: string
  appointment: { personId: string; appointmentId: string }
}
const nothing: About = {
  group: 'nothing',
  task: 'nothing',
  redemption: 'nothing',
  review: 'nothing',
  honour: 'nothing',
  project: 'nothing',
  meeting: 'nothing',
  appeal: 'nothing',
  organisation: 'nothing',
  token: '0'.repeat(32),
  appointment: { personId: 'nobody', appointmentId: 'nothing' },
}
/** What an action answers when what it is about does not exist. */
const absent: Partial<Record<Target, string>> = {
  task: 'TASK_NOT_FOUND',
  redemption: 'REDEMPTION_NOT_FOUND',
  review: 'REVIEW_NOT_FOUND',
  honour: 'HONOUR_NOT_FOUND',
  project: 'PROJECT_NOT_FOUND',
  meeting: 'MEETING_NOT_FOUND',
  appeal: 'APPEAL_NOT_FOUND',
  organisation: 'ORGANISATION_NOT_FOUND',
  invitation: 'INVITATION_NOT_FOUND',
  appointment: 'PERSON_NOT_FOUND',
}

/** Input that parses; where it would change something that other cells need, it is refused for another reason. */
function inputOf(action: ActionName, about: About): object {
  const { appeal: id, organisation: organisationId } = about
  const step = { id, version: 99_999 }
  const onOrganisation = { id: organisationId, version: 99_999 }
  const inputs: Record<ActionName, object> = {
    'person.me': {},
    'person.home': {},
    'person.profile': {},
    'person.register': { nickname: '小蜂', trade: 'delivery', communityId: 'nowhere', consentVersion: 1 },
    'person.savePhone': { code: 'spent' },
    'person.removePhone': {},
    'person.looks': {},
    'personalData.export': {},
    'personalData.deletion': {},
    // Would take the caller away: tried on its own in people.test.ts.
    'personalData.delete': { not: 'now' },
    'administrator.setUp': { code: 'wrong' },
    'invitation.create': { organisationId, role: 'gridWorker', until: 1 },
    'invitation.list': { organisationId },
    'invitation.picture': { token: about.token },
    'invitation.view': { token: about.token },
    'invitation.accept': { token: nothing.token },
    // A role that secretaries may not give or take, so that nothing is revoked here.
    'invitation.revoke': { token: about.token },
    'appointment.list': { organisationId },
    'appointment.end': { ...about.appointment, words: '换岗' },
    'audit.list': { organisationId },
    'place.search': { text: '凯旋' },
    'place.list': {},
    'place.named': { id: kaixuan },
    'appeal.submitFor': {
      kind: 'request',
      category: 'other',
      text: '事',
      area: 'nowhere',
      trade: 'other',
      channel: 'hotline',
    },
    'filing.list': {},
    'filing.claim': { code: '0000000000' },
    'project.public': { id: about.project },
    'project.list': {},
    'project.find': { number: '0101-000000' },
    'project.view': { id: about.project },
    'project.appeals': { id: about.project },
    'project.create': { title: '北门' },
    'project.add': { id: about.project, appealIds: ['missing'] },
    'project.remove': { id: about.project, appealId: 'missing' },
    'project.progress': { id: about.project, version: 99_999, progress: '约了', milestones: [] },
    'project.close': { id: about.project, version: 99_999, words: '好了' },
    'meeting.list': {},
    'meeting.draft': {},
    'meeting.view': { id: about.meeting },
    'meeting.create': { kind: 'joint', at: 1, where: '会议室' },
    'meeting.agenda': { id: about.meeting, version: 99_999, appealIds: [] },
    'meeting.minutes': { id: about.meeting, appealId: 'missing', decision: null },
    'meeting.raise': {
      id: about.meeting,
      area: 'nowhere',
      items: [{ text: '路灯不亮', category: 'other', trade: 'other' }],
    },
    'meeting.finish': { id: about.meeting, version: 99_999 },
    'appeal.mine': {},
    'appeal.work': {},
    'appeal.counts': {},
    'appeal.search': { text: '北门' },
    'appeal.submit': { kind: 'request', category: 'other', text: '事', area: 'nowhere', trade: 'other' },
    'appeal.contact': { id, words: '问一句' },
    'appeal.mergeable': { id },
    'appeal.view': { id },
    'appeal.dispatch': { ...step, organisationId: chaohu, words: '归你们' },
    'appeal.accept': step,
    'appeal.return': { ...step, words: '不归我们', proposedId: chaohu },
    'appeal.note': { ...step, words: '约了' },
    'appeal.resolve': { ...step, words: '好了' },
    'appeal.confirm': { ...step, answer: 'satisfied' },
    'appeal.withdraw': step,
    'appeal.verify': { organisationId },
    'appeal.transfer': { ...step, organisationId: chaohu, words: '归你们' },
    'appeal.assist': { ...step, help: 'report', words: '看过了' },
    'appeal.suspend': { ...step, until: 1, words: '等物业' },
    'appeal.resume': step,
    'appeal.followUp': { ...step, answer: 'satisfied' },
    'appeal.reopen': { ...step, words: '还锁着' },
    'appeal.reply': { ...step, words: '在三楼' },
    'appeal.urge': step,
    'appeal.escalate': { ...step, words: '办不动' },
    'appeal.merge': { ...step, parentId: 'nothing' },
    'appeal.unmerge': step,
    'appeal.support': { id },
    'appeal.seen': { id },
    'appeal.similar': { category: 'fireLane', position: { longitude: 123.43, latitude: 41.8 } },
    'appeal.decline': { ...step, reason: 'outside' },
    'appeal.review': { ...step, words: '不同意' },
    'appeal.decideRelief': { ...step, approved: true },
    'appeal.answerRelief': { ...step, answer: 'waived' },
    'relief.rules': {},
    'relief.changeRules': { version: 99_999, thresholds: shippedReliefRules('2101').thresholds },
    'relief.figures': {},
    'task.list': { of: 'community' },
    'task.mine': {},
    'task.record': {},
    'task.view': { id: about.task },
    'task.claim': { id: about.task },
    'task.wait': { id: about.task },
    'task.release': { id: about.task },
    'task.checkIn': { id: about.task, code: '000000' },
    'task.submit': { id: about.task },
    'task.board': {},
    'task.teams': {},
    'task.create': { plan: { ...taskPlan(1), to: 2 }, publish: true },
    'task.edit': { id: about.task, version: 99_999, plan: taskPlan(Date.now() + 3_600_000) },
    'task.cancel': { id: about.task, words: '下雨了' },
    'task.codes': { id: about.task },
    'task.checkInFor': { id: about.task, claimId: 'nothing' },
    'task.toVerify': {},
    'task.verify': { id: about.task, verdicts: [{ claimId: 'nothing', accepted: true }] },
    'task.spots': {},
    'task.spotCheck': { id: about.task, claimId: 'nothing', accepted: true },
    'task.share': { id: about.task },
    'task.decline': { id: about.task },
    'task.beneficiary': { id: about.task },
    'task.thanksCode': { id: about.task },
    'task.thanked': { code: '1' },
    'task.thank': { code: '1' },
    'group.here': {},
    'group.bind': { name: '骑手之家' },
    'group.unbind': { id: about.group },
    'group.list': {},
    'task.absent': { id: about.task },
    'volunteer.forgive': { personId: about.appointment.personId, taskId: about.task },
    'volunteer.view': {},
    'volunteer.save': { tags: ['helper'], riding: [] },
    'points.mine': {},
    'points.statement': { month: '2026-12' },
    'points.rules': {},
    'points.reconcile': {},
    'system.health': {},
    'honour.public': { state: 'notice' },
    'honour.view': { id: about.honour },
    'honour.mine': {},
    'honour.object': { id: about.honour, words: '不是他做的' },
    'honour.decline': { id: about.honour },
    'honour.candidates': { kind: 'finestRider' },
    'honour.nominate': { kind: 'finestRider', personId: 'nobody', reason: '热心' },
    'honour.queue': { state: 'proposed' },
    'honour.sign': { id: about.honour },
    'honour.refuse': { id: about.honour, words: '再看看' },
    'honour.decide': { id: about.honour, awarded: true, words: '核对过' },
    'ranking.list': { of: 'community', period: 'month' },
    'ranking.mine': {},
    'ranking.show': { shown: false },
    'reward.shop': { of: 'community' },
    'reward.view': { id: 'nothing' },
    'reward.list': {},
    'reward.merchants': {},
    'reward.save': {
      id: 'nothing',
      name: '手套',
      kind: 'goods',
      unit: '副',
      cost: 30,
      pickUp: '一楼',
      stock: { period: 'once', size: 1 },
      perPerson: 1,
    },
    'redemption.ask': { rewardId: 'nothing' },
    'redemption.mine': {},
    'redemption.view': { id: about.redemption },
    'redemption.cancel': { id: about.redemption },
    'redemption.queue': {},
    'redemption.approve': { ids: [about.redemption] },
    'redemption.reject': { ids: [about.redemption], words: '先不换' },
    'redemption.setBudget': { limit: 1, version: 99_999 },
    'redemption.check': { code: '0000000000' },
    'redemption.fulfil': { id: about.redemption, code: '0000000000' },
    'pointsReview.queue': { of: 'waiting' },
    'pointsReview.judge': { id: about.review, version: 1, pays: false, words: '看不清' },
    'pointsReview.view': { id: about.review },
    'pointsReview.appeal': { id: about.review, words: '请再看看' },
    'pointsRules.view': {},
    'pointsRules.versions': {},
    'pointsRules.preview': { rules: [] },
    'pointsRules.publish': { version: 99_999, rules: [], words: '试试' },
    'notice.list': {},
    'notice.reminders': {},
    'notice.subscribe': { granted: ['progress'] },
    'notice.unread': {},
    'notice.read': { until: 1 },
    'duty.rota': {},
    'duty.colleagues': {},
    'duty.now': { organisationId },
    'duty.plan': { version: 99_999, cover: 'none', weekly: [] },
    'duty.handOver': { words: '路灯不亮' },
    'duty.askSwap': { day: '2026-01-01', slotId: 'nothing', toId: 'nobody' },
    'duty.answerSwap': { swapId: 'nothing', agrees: true },
    'duty.takeBackSwap': { swapId: 'nothing' },
    'work.today': {},
    'work.queues': {},
    'suggestion.current': { version: 0 },
    'suggestion.list': {},
    'suggestion.candidates': {},
    'suggestion.add': { category: 'charging', text: '柜子里没有满的电池' },
    'suggestion.remove': { id: 'nothing' },
    'settings.view': {},
    'settings.versions': {},
    'settings.publish': { version: 99_999, numbers: {}, categoriesOff: [], words: '试试' },
    'place.near': { longitude: 123.43, latitude: 41.8 },
    'organisation.list': { parentId: organisationId },
    'organisation.view': { id: organisationId },
    'organisation.picture': { id: organisationId },
    'organisation.create': { parentId: organisationId, name: '新的', kind: 'city' },
    'organisation.edit': onOrganisation,
    'organisation.move': { ...onOrganisation, parentId: organisationId },
    'organisation.close': { ids: ['nothing'] },
    'organisation.open': { ids: ['nothing'] },
    'organisation.merge': { ...onOrganisation, heirId: organisationId },
    'organisation.settle': { id: organisationId },
    'organisation.importRows': { csv: '编号,名称', dryRun: true },
    'organisation.exportRows': { id: organisationId },
    'routing.view': { organisationId },
    'routing.versions': { organisationId },
    'routing.dryRun': {
      organisationId,
      kind: 'request',
      category: 'other',
      urgency: 'normal',
      trade: 'other',
      area: kaixuan,
    },
    'routing.trial': { organisationId, rules: [] },
    'routing.publish': { organisationId, version: 99_999, rules: [], words: '试试' },
    'content.judge': { about: { kind: 'appeal', id }, piece: '1-text', open: true },
    'content.held': {},
  }
  return inputs[action]
}

async function refusalOf(
  action: ActionName,
  role: Role | undefined,
  at: string,
  about: About,
): Promise<string | undefined> {
  const reply = (await cloud.local.call(
    'api',
    {
      action,
      input: inputOf(action, about),
      ...(contract[action].write && { requestId: newRequestId() }),
      ...(role && { hat: `${role}-${at}` }),
    },
    { openid: openid(role ?? 'nobody', at) },
  )) as { ok: boolean; error?: { code: string } }
  // Each cell finds what the first one found.
  if (reply.ok && contract[action].write) await cloud.local.restore(start)
  expect(reply.error?.code).not.toBe('INTERNAL')
  return reply.error?.code
}

const actions = Object.keys(contract) as ActionName[]

describe.each(actions)('%s', (action) => {
  const target = targets[action]
  const existing = (appeal: string | undefined): About => ({
    group: 'g-kaixuan',
    task,
    redemption,
    review,
    honour,
    project,
    meeting,
    appeal: appeal ?? fail(),
    organisation: kaixuan,
    token,
    appointment: colleague,
  })
  const cells = roles.flatMap((role) =>
    (Object.keys(standings) as Standing[]).map((standing) => ({ role, standing })),
  )
  it.each(cells)('$role, $standing', async ({ role, standing }) => {
    const { at, appeal, organisation } = standings[standing]
    const code = await refusalOf(action, role, at, existing(appealIds[`${role} ${standing}`]))
    // A list of one's own work is of the organisation whose hat is worn, wherever that is.
    const relations: readonly Relation[] =
      { appeal, self: ['organisation' as const], city: [] }[target as 'appeal' | 'self' | 'city'] ??
      organisation
    if (granted(action, role, relations)) expect(code).not.toBe('NOT_YOURS')
    else expect(code).toBe('NOT_YOURS')
  })

  it.each(['own', 'foreign'] as const)('without a hat, %s', async (standing) => {
    const code = await refusalOf(action, undefined, kaixuan, existing(appealIds[`nobody ${standing}`]))
    const relations: Relation[] = target === 'appeal' && standing === 'own' ? ['own'] : []
    if (granted(action, undefined, relations)) expect(code).not.toBe('NOT_YOURS')
    else expect(code).toBe('NOT_YOURS')
  })

  it.each(roles)('%s, on what does not exist', async (role) => {
    const code = await refusalOf(action, role, kaixuan, nothing)
    if (!mayEver(action, role)) expect(code).toBe('NOT_YOURS')
    else if (target in absent) expect(code).toBe(absent[target])
    else if (action.startsWith('invitation.')) expect(code).toBe('INVITATION_NOT_FOUND')
    else expect(Object.values(absent)).not.toContain(code)
  })
})
