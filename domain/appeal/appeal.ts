import type { Trade } from '../people/roles.ts'
import type { Point } from '../place/geography.ts'
import type { OrganisationReference } from '../place/organisation.ts'
import type { Payable } from '../points/cause.ts'
import type { ReliefCase } from '../relief/reliefCase.ts'
import type { Category } from './categories.ts'
import type { AppealEvent } from './log.ts'
import type { News } from './news.ts'
import type { AppealState, Outcome } from './states.ts'

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

export interface Voice {
  fileId: string
  /** Whole seconds, as the phone measured them. */
  seconds: number
}

export interface Relief {
  platform: string
  /** Masked before it is stored: only the last four characters. */
  orderNumber: string
  occurredAt: number
  fineYuan: number
  cause: ReliefCause
}

export interface AppealPlace {
  area: string
  name: string
  location: string
  /** Where the phone was, exactly; others see it rounded (privacy.ts). */
  point?: Point
  /** The cell of the point, by which passers-by find what is similar; what is confidential has none. */
  cell?: string
}

/** Why an organisation has it: the rule that chose it, in words that the person reads. */
export interface Dispatch {
  ruleId: string
  /** The rule's place in the list, as people quote it: 规则 3. */
  ruleNumber: number
  ruleVersion: number
  reason: string
}

/** How far a clock's alarm has gone: the warning at 80 %, the breach at 100 %. Each sounds once. */
export type Alarm = 'quiet' | 'warned' | 'breached'

/** Somebody at an organisation, as colleagues and the person who asked may know them. */
export interface Named {
  personId: string
  title: string
}

/** Another organisation that helps, with a state of its own (appeals.md, assist). */
export interface Assistant {
  id: string
  name: string
  /** Asked by who is responsible, or left behind when the appeal went up; only who was asked is waited for. */
  why: 'asked' | 'escalated'
  state: 'open' | 'finished'
}

/** Waiting for someone outside: how often, how many working days together, and the wait that runs. */
export interface Suspensions {
  count: number
  days: number
  until: number | null
  since: number
}

/** Whom to tell of what, written by the very step; the timer takes it away when all of them have it. */
export interface Outgoing {
  /** Of the event. */
  sequence: number
  personId: string
  news: News
}

/** An appeal as it is stored: one document with its log. Times are milliseconds since 1970. */
export interface Appeal {
  _id: string
  /** What people quote: month and day, then six digits. For reading, not a key. */
  number: string
  kind: Kind
  category: Category
  /** Set when a dispatcher gave it another category: what it was, and when. */
  corrected?: { from: Category; at: number }
  urgency: Urgency
  /** As typed; shown to others only through `maskContacts`. */
  text: string
  title: string
  photos: string[]
  /** What the person said, at most a minute. */
  voice?: Voice
  relief?: Relief
  /** How far a relief has come. */
  reliefCase?: ReliefCase
  identity: Identity
  /** Only the body that handles it sees anything of who sent it (food safety). */
  confidential: boolean
  reporterId: string
  /** The city that the place lies in; absent of appeals from before it was kept. */
  city?: string
  trade: Trade
  /** Where it happened, as precisely as the person knew. */
  place: AppealPlace
  state: AppealState
  outcome?: Outcome
  /** How it came in, and who entered it for somebody else (代报). */
  channel: Channel
  filedBy?: Named
  /** Who has it now; for `submitted` the catch-all whose dispatcher must place it. */
  organisation: OrganisationReference
  dispatch: Dispatch
  /** Whom the organisation names for it: on duty, else the one with the least work. Anyone there may take it. */
  named: Named | null
  /** Who took it on; stays until another accepts (first-taker rule). */
  responsible: Named | null
  assistants: Assistant[]
  /** How often it was returned; the third return goes to the catch-all for good. */
  returns: number
  /** Set when the catch-all must keep it. */
  final: boolean
  /** What the last return proposed, for the dispatcher. */
  proposed: { id: string; name: string } | null
  /** The newest words of a handler that the person may read, for lists. */
  lastNote?: string
  /** The two clocks: when each began, when it ends, how far its alarm has gone. */
  acceptFrom: number
  acceptBy: number
  resolveFrom: number
  /** Absent for wishes, which need only be answered. */
  resolveBy?: number
  alarms: { accept: Alarm; resolve: Alarm; followUp: Alarm }
  suspensions: Suspensions
  /** The handler says that it can't be solved, and why. */
  unsolved: boolean
  resolvedAt: number | null
  /** Tries to reach the person after it was resolved. */
  followUps: number
  /** When it was closed, declined or withdrawn. */
  endedAt: number | null
  reopens: number
  reviews: number
  urgedAt: number | null
  /** The one that it was merged into, and the state it had; and how many were merged into this one. */
  parent: { id: string; number: string; from: AppealState } | null
  children: number
  project: { id: string; title: string } | null
  /** People who saw it too (snaps). */
  supporters: string[]
  /** The clock that runs now, for sorting; `noDue` when none does. */
  dueAt: number
  /** When the timer must look at it next; `noDue` when it need not. */
  tickAt: number
  /** Organisations that help and have not finished. */
  helperIds: string[]
  open: boolean
  working: boolean
  /** From where it is found, and under which keys (search/keys.ts); absent of appeals from before there were any. */
  scopes?: string[]
  keys?: string[]
  /** Whose load it counts into, as far as the timer has counted. */
  loaded: Loaded | null
  outbox: Outgoing[]
  /** What is to be paid, written by the very step; the timer takes it away when it has been. */
  causes?: Payable[]
  createdAt: number
  updatedAt: number
  version: number
  events: AppealEvent[]
}

/** A share of somebody's open work. */
export interface Loaded {
  organisationId: string
  personId: string
  weight: number
}

/** What a step may change for good. It stands in the event as well, so that the log alone rebuilds the appeal. */
export const changing = [
  'category',
  'confidential',
  'corrected',
  'urgency',
  'organisation',
  'dispatch',
  'named',
  'responsible',
  'assistants',
  'returns',
  'final',
  'proposed',
  'acceptFrom',
  'acceptBy',
  'resolveFrom',
  'resolveBy',
  'alarms',
  'suspensions',
  'unsolved',
  'outcome',
  'resolvedAt',
  'followUps',
  'endedAt',
  'reopens',
  'reviews',
  'urgedAt',
  'parent',
  'children',
  'project',
  'reliefCase',
] as const satisfies (keyof Appeal)[]
export type Changes = Partial<Pick<Appeal, (typeof changing)[number]>>

/** Sorts after every real due time. */
export const noDue = 8_640_000_000_000_000
