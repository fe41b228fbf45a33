import { type Group, type Holds, type SettingKey, settings } from './settings.ts'

export const groupNames = {
  clocks: '时限',
  appeals: '诉求',
  tasks: '任务',
  points: '积分',
  notices: '提醒',
  retention: '保存期限',
} as const satisfies Record<Group, string>

/** From when on a change holds, as its row says it. */
export const holdsNames = {
  appeal: '改了只管以后提的，已经提的照当时的',
  task: '改了只管以后发的任务，已经发的照当时的',
  approval: '改了只管以后批的，已经批的照当时的',
  now: '改了马上都照新的',
} as const satisfies Record<Holds, string>

/** What each number is called on the screen, and what it does, in one sentence. */
export const settingWords = {
  urgentAcceptMinutes: { name: '紧急的多久接单', says: '紧急的不分昼夜，过了没人接就升一级。' },
  urgentResolveHours: { name: '紧急的多久办完', says: '紧急的不分昼夜，过了没办完就升一级。' },
  pageMinutes: {
    name: '紧急的没人接，隔多久再叫',
    says: '第一个小时里按这个间隔叫值班的人，以后一小时叫一次。',
  },
  highAcceptHours: { name: '较急的多久接单', says: '只算上班的钟点，过了没人接就升一级。' },
  highResolveDays: { name: '较急的多久办完', says: '只算上班的日子，过了没办完就升一级。' },
  acceptDays: { name: '一般的多久接单', says: '一般的和疑难的都按它，过了没人接就升一级。' },
  normalResolveDays: { name: '一般的多久办完', says: '只算上班的日子，过了没办完就升一级。' },
  hardResolveDays: { name: '疑难的多久办完', says: '专员定为疑难的按它，过了没办完就升一级。' },
  answerDays: { name: '没答复，几天后回访', says: '办完以后本人一直没答复，过几天请没经手的人去问。' },
  closeDays: { name: '没答复，几天后自己销号', says: '一直没答复就自己销号，不算满意。' },
  reopenDays: { name: '销号后几天内能重开', says: '请上一级复核也在这些天里。' },
  reopens: { name: '一件能重开几次', says: '每重开一次，换上一级来办。' },
  returns: { name: '一件能退单几次', says: '再退就由兜底单位接着办，不能再退。' },
  suspensions: { name: '一件能挂起几次', says: '挂起是等外面回话，那几天不算在时限里。' },
  suspendedDays: { name: '一件一共能挂起几天', says: '几次加起来算。' },
  suspendedAlone: { name: '经办人一次能挂几天', says: '比这个长的要请上面的专员来挂。' },
  urgeDays: { name: '隔几天能催一下', says: '本人催办，经办的人马上收到。1 天就是每天能催一次。' },
  checkInBefore: { name: '开始前多久能签到', says: '早到的人从这时起能签到。' },
  checkInAfter: { name: '结束后多久算没来', says: '到这时还没签到，记一次没来。' },
  proofDays: { name: '结束后几天内交活', says: '要拍照的任务，过了这些天就交不上了。' },
  releaseHours: { name: '开始前多久退不算没来', says: '比这更晚退，记一次没来。' },
  offerMinutes: { name: '空出来的给候补留多久', says: '过了没答应，给下一位。' },
  codeDays: { name: '批了以后几天内领', says: '过了没领，积分退回去，名额给别人。' },
  monthBudget: {
    name: '没定预算的单位一个月批多少',
    says: '自己定了预算的单位照自己的；这个月已经批过的，下个月起照新的。',
  },
  mergeMinutes: { name: '两条微信消息至少隔多久', says: '这段时间里的事合成一条发，紧急的照样马上发。' },
  dayMessages: { name: '一个人一天最多几条微信消息', says: '多的只进收件箱，紧急的照样马上发。' },
  inboxDays: { name: '收件箱里看过的留几天', says: '没看过的一直在；诉求自己的记录不受影响。' },
  identityDays: { name: '结束后本人身份留几天', says: '过了就看不出是谁提的，事情和经过都还在。' },
  addressDays: { name: '任务结束后住址留几天', says: '上门送的那一家住在哪，过了就删掉。' },
  declineDays: { name: '应急集结里“不来”留几天', says: '谁说了不来，过了就删掉。' },
  lookDays: { name: '谁看过电话住址，留几天', says: '看一次记一次，本人查得到；身份还在的时候记录都在。' },
  auditYears: { name: '操作记录留几年', says: '谁改了什么，在这些年里改不了也删不掉。' },
} as const satisfies Record<SettingKey, { name: string; says: string }>

/** A number with its unit, as it is read: 10 天, 2 次. */
export const amount = (key: SettingKey, value: number): string => `${value} ${settings[key].unit}`
