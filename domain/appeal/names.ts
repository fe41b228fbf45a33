/** Names of the closed lists of an appeal, each with the word for it (appeals.md). */
export const kindNames = {
  request: '诉求',
  snap: '随手拍',
  relief: '免责申诉',
  wish: '心愿',
} as const satisfies Record<string, string>
export const urgencyNames = {
  urgent: '紧急',
  high: '较急',
  normal: '一般',
  hard: '疑难',
} as const satisfies Record<string, string>
export const identityNames = { open: '实名', shielded: '保密', hidden: '匿名' } as const satisfies Record<
  string,
  string
>
/** Who learns what at each identity level, as the form says it. */
export const identityExplanations = {
  open: '办事的人看得到称呼和电话，看一次记一次。',
  shielded: '只有回访的人能联系您，办事的人看不到电话。',
  hidden: '谁也看不到您是谁，只在这里回复您。',
} as const satisfies Record<keyof typeof identityNames, string>
export const answerNames = {
  satisfied: '满意',
  partly: '部分',
  unsatisfied: '不满意',
} as const satisfies Record<string, string>
/** Why a person was fined or rated down (appeals.md, Relief). */
export const reliefCauseNames = {
  heavyRain: '大雨',
  heavySnow: '大雪',
  trafficControl: '交通管制',
  slowMerchant: '商家出餐慢',
  liftFailure: '电梯坏了',
  gateRefused: '小区不让进',
  wrongAddress: '地址写错',
  accident: '意外',
  appFault: '软件出错',
  other: '其他',
} as const satisfies Record<string, string>

/** Why an appeal is not taken on (appeals.md, States); the person reads it, and may ask once for a review. */
export const declineReasonNames = {
  outside: '不在这座城市能办的范围',
  legal: '要走诉讼、仲裁或信访',
  already: '已经办结过，没有新情况',
  unclear: '看不出是什么事，也联系不上本人',
  notReal: '查过了，没有这回事',
  abuse: '广告、辱骂一类的内容',
} as const satisfies Record<string, string>
/** How an appeal came in (product.md, systems 1, 2, 9, 10, 11). */
export const channelNames = {
  home: '小程序首页',
  station: '爱心驿站的码',
  group: '微信群',
  box: '意见箱',
  hotline: '热线电话',
  meeting: '会上提的',
  visit: '上门、接访',
} as const satisfies Record<string, string>

/** How the person themselves may come in; everything else somebody enters for them (代报). */
export const ownChannels = [
  'home',
  'station',
  'group',
  'box',
] as const satisfies (keyof typeof channelNames)[]
export const filedChannels = [
  'hotline',
  'visit',
  'meeting',
  'box',
  'group',
  'station',
] as const satisfies (keyof typeof channelNames)[]

export type Kind = keyof typeof kindNames
export type Urgency = keyof typeof urgencyNames
export type Identity = keyof typeof identityNames
export type Answer = keyof typeof answerNames
export type ReliefCause = keyof typeof reliefCauseNames
export type DeclineReason = keyof typeof declineReasonNames
export type Channel = keyof typeof channelNames
