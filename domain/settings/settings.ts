/** What a city may set, in the order in which it is shown. */
export const groupNames = {
  clocks: '时限',
  appeals: '诉求',
  tasks: '任务',
  points: '积分',
  notices: '提醒',
  retention: '保存期限',
} as const satisfies Record<string, string>

export type Group = keyof typeof groupNames

/**
 * From when on a change holds. `appeal`: for what is sent from now on; an appeal keeps what was promised when it was sent
 * (docs/decisions/02, 35). `task`: for what is made from now on. `approval`: for what is approved from now on. `now`: at
 * once, for everything.
 */
export const holdsNames = {
  appeal: '改了只管以后提的，已经提的照当时的',
  task: '改了只管以后发的任务，已经发的照当时的',
  approval: '改了只管以后批的，已经批的照当时的',
  now: '改了马上都照新的',
} as const satisfies Record<string, string>

/** One number that a city may set. */
export interface Setting {
  group: Group
  /** What it is called on the screen. */
  name: string
  unit: string
  /** What holds in a city that has set nothing. */
  standard: number
  least: number
  most: number
  /** What it does, in one sentence. */
  says: string
  holds: keyof typeof holdsNames
}

/** Every number that a city may set. What is not here is the same everywhere (docs/decisions/35). */
export const settings = {
  urgentAcceptMinutes: {
    group: 'clocks',
    name: '紧急的多久接单',
    unit: '分钟',
    standard: 30,
    least: 10,
    most: 120,
    says: '紧急的不分昼夜，过了没人接就升一级。',
    holds: 'appeal',
  },
  urgentResolveHours: {
    group: 'clocks',
    name: '紧急的多久办完',
    unit: '小时',
    standard: 24,
    least: 4,
    most: 72,
    says: '紧急的不分昼夜，过了没办完就升一级。',
    holds: 'appeal',
  },
  pageMinutes: {
    group: 'clocks',
    name: '紧急的没人接，隔多久再叫',
    unit: '分钟',
    standard: 10,
    least: 5,
    most: 30,
    says: '第一个小时里按这个间隔叫值班的人，以后一小时叫一次。',
    holds: 'appeal',
  },
  highAcceptHours: {
    group: 'clocks',
    name: '较急的多久接单',
    unit: '工作小时',
    standard: 4,
    least: 1,
    most: 8,
    says: '只算上班的钟点，过了没人接就升一级。',
    holds: 'appeal',
  },
  highResolveDays: {
    group: 'clocks',
    name: '较急的多久办完',
    unit: '个工作日',
    standard: 3,
    least: 1,
    most: 10,
    says: '只算上班的日子，过了没办完就升一级。',
    holds: 'appeal',
  },
  acceptDays: {
    group: 'clocks',
    name: '一般的多久接单',
    unit: '个工作日',
    standard: 1,
    least: 1,
    most: 3,
    says: '一般的和疑难的都按它，过了没人接就升一级。',
    holds: 'appeal',
  },
  normalResolveDays: {
    group: 'clocks',
    name: '一般的多久办完',
    unit: '个工作日',
    standard: 7,
    least: 2,
    most: 30,
    says: '只算上班的日子，过了没办完就升一级。',
    holds: 'appeal',
  },
  hardResolveDays: {
    group: 'clocks',
    name: '疑难的多久办完',
    unit: '个工作日',
    standard: 15,
    least: 5,
    most: 60,
    says: '专员定为疑难的按它，过了没办完就升一级。',
    holds: 'appeal',
  },
  answerDays: {
    group: 'appeals',
    name: '没答复，几天后回访',
    unit: '天',
    standard: 3,
    least: 1,
    most: 10,
    says: '办完以后本人一直没答复，过几天请没经手的人去问。',
    holds: 'appeal',
  },
  closeDays: {
    group: 'appeals',
    name: '没答复，几天后自己销号',
    unit: '天',
    standard: 10,
    least: 3,
    most: 30,
    says: '一直没答复就自己销号，不算满意。',
    holds: 'appeal',
  },
  reopenDays: {
    group: 'appeals',
    name: '销号后几天内能重开',
    unit: '天',
    standard: 10,
    least: 5,
    most: 60,
    says: '请上一级复核也在这些天里。',
    holds: 'appeal',
  },
  reopens: {
    group: 'appeals',
    name: '一件能重开几次',
    unit: '次',
    standard: 2,
    least: 1,
    most: 5,
    says: '每重开一次，换上一级来办。',
    holds: 'appeal',
  },
  returns: {
    group: 'appeals',
    name: '一件能退单几次',
    unit: '次',
    standard: 2,
    least: 1,
    most: 5,
    says: '再退就由兜底单位接着办，不能再退。',
    holds: 'appeal',
  },
  suspensions: {
    group: 'appeals',
    name: '一件能挂起几次',
    unit: '次',
    standard: 2,
    least: 0,
    most: 5,
    says: '挂起是等外面回话，那几天不算在时限里。',
    holds: 'appeal',
  },
  suspendedDays: {
    group: 'appeals',
    name: '一件一共能挂起几天',
    unit: '个工作日',
    standard: 15,
    least: 1,
    most: 60,
    says: '几次加起来算。',
    holds: 'appeal',
  },
  suspendedAlone: {
    group: 'appeals',
    name: '经办人一次能挂几天',
    unit: '个工作日',
    standard: 5,
    least: 1,
    most: 30,
    says: '比这个长的要请上面的专员来挂。',
    holds: 'appeal',
  },
  urgeDays: {
    group: 'appeals',
    name: '隔几天能催一下',
    unit: '天',
    standard: 1,
    least: 1,
    most: 7,
    says: '本人催办，经办的人马上收到。1 天就是每天能催一次。',
    holds: 'appeal',
  },
  checkInBefore: {
    group: 'tasks',
    name: '开始前多久能签到',
    unit: '分钟',
    standard: 30,
    least: 10,
    most: 120,
    says: '早到的人从这时起能签到。',
    holds: 'task',
  },
  checkInAfter: {
    group: 'tasks',
    name: '结束后多久算没来',
    unit: '分钟',
    standard: 30,
    least: 10,
    most: 120,
    says: '到这时还没签到，记一次没来。',
    holds: 'task',
  },
  proofDays: {
    group: 'tasks',
    name: '结束后几天内交活',
    unit: '天',
    standard: 2,
    least: 1,
    most: 7,
    says: '要拍照的任务，过了这些天就交不上了。',
    holds: 'task',
  },
  releaseHours: {
    group: 'tasks',
    name: '开始前多久退不算没来',
    unit: '小时',
    standard: 2,
    least: 0,
    most: 24,
    says: '比这更晚退，记一次没来。',
    holds: 'task',
  },
  offerMinutes: {
    group: 'tasks',
    name: '空出来的给候补留多久',
    unit: '分钟',
    standard: 15,
    least: 5,
    most: 120,
    says: '过了没答应，给下一位。',
    holds: 'task',
  },
  codeDays: {
    group: 'points',
    name: '批了以后几天内领',
    unit: '天',
    standard: 14,
    least: 3,
    most: 60,
    says: '过了没领，积分退回去，名额给别人。',
    holds: 'approval',
  },
  monthBudget: {
    group: 'points',
    name: '没定预算的单位一个月批多少',
    unit: '分',
    standard: 1200,
    least: 0,
    most: 100_000,
    says: '自己定了预算的单位照自己的；这个月已经批过的，下个月起照新的。',
    holds: 'now',
  },
  mergeMinutes: {
    group: 'notices',
    name: '两条微信消息至少隔多久',
    unit: '分钟',
    standard: 2,
    least: 1,
    most: 60,
    says: '这段时间里的事合成一条发，紧急的照样马上发。',
    holds: 'now',
  },
  dayMessages: {
    group: 'notices',
    name: '一个人一天最多几条微信消息',
    unit: '条',
    standard: 20,
    least: 3,
    most: 100,
    says: '多的只进收件箱，紧急的照样马上发。',
    holds: 'now',
  },
  inboxDays: {
    group: 'retention',
    name: '收件箱里看过的留几天',
    unit: '天',
    standard: 365,
    least: 90,
    most: 1095,
    says: '没看过的一直在；诉求自己的记录不受影响。',
    holds: 'now',
  },
  identityDays: {
    group: 'retention',
    name: '结束后本人身份留几天',
    unit: '天',
    standard: 365,
    least: 180,
    most: 1825,
    says: '过了就看不出是谁提的，事情和经过都还在。',
    holds: 'appeal',
  },
  addressDays: {
    group: 'retention',
    name: '任务结束后住址留几天',
    unit: '天',
    standard: 30,
    least: 7,
    most: 90,
    says: '上门送的那一家住在哪，过了就删掉。',
    holds: 'task',
  },
  declineDays: {
    group: 'retention',
    name: '应急集结里“不来”留几天',
    unit: '天',
    standard: 90,
    least: 30,
    most: 365,
    says: '谁说了不来，过了就删掉。',
    holds: 'now',
  },
  lookDays: {
    group: 'retention',
    name: '谁看过电话住址，留几天',
    unit: '天',
    standard: 1095,
    least: 730,
    most: 3650,
    says: '看一次记一次，本人查得到；身份还在的时候记录都在。',
    holds: 'now',
  },
  auditYears: {
    group: 'retention',
    name: '操作记录留几年',
    unit: '年',
    standard: 10,
    least: 5,
    most: 30,
    says: '谁改了什么，在这些年里改不了也删不掉。',
    holds: 'now',
  },
} as const satisfies Record<string, Setting>

export type SettingKey = keyof typeof settings
export const settingKeys = Object.keys(settings) as [SettingKey, ...SettingKey[]]

type KeyThatHolds<H extends Setting['holds']> = {
  [K in SettingKey]: (typeof settings)[K]['holds'] extends H ? K : never
}[SettingKey]

/** Numbers that differ from the standard; the others are absent. */
export type Numbers = Partial<Record<SettingKey, number>>
/** What an appeal, or a task, keeps of its city's numbers for as long as it lives. */
export type AppealTerms = Partial<Record<KeyThatHolds<'appeal'>, number>>
export type TaskTerms = Partial<Record<KeyThatHolds<'task'>, number>>

const keysThatHold = <H extends Setting['holds']>(holds: H) =>
  settingKeys.filter((key) => settings[key].holds === holds) as [KeyThatHolds<H>, ...KeyThatHolds<H>[]]
export const appealKeys = keysThatHold('appeal')
export const taskKeys = keysThatHold('task')

/** The number that holds: what was set, else the standard. */
export function settingOf<K extends SettingKey>(numbers: Partial<Record<K, number>> | undefined, key: K) {
  const set: number | undefined = numbers?.[key]
  return set ?? settings[key].standard
}

/** What an appeal that is sent now keeps of its city's numbers; undefined when the city has set none of them. */
export const appealTerms = (numbers: Numbers | undefined): AppealTerms | undefined =>
  partOf(numbers, appealKeys)

/** What a task that is made now keeps of its city's numbers; undefined when the city has set none of them. */
export const taskTerms = (numbers: Numbers | undefined): TaskTerms | undefined => partOf(numbers, taskKeys)

function partOf<K extends SettingKey>(
  numbers: Numbers | undefined,
  keys: readonly K[],
): Partial<Record<K, number>> | undefined {
  const set = keys.flatMap((key) => {
    const value = numbers?.[key]
    return value === undefined ? [] : [[key, value] as const]
  })
  return set.length > 0 ? (Object.fromEntries(set) as Partial<Record<K, number>>) : undefined
}

/** A number with its unit, as it is read: 10 天, 2 次. */
export const amount = (key: SettingKey, value: number): string => `${value} ${settings[key].unit}`
