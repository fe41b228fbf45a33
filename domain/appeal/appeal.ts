import type { Trade } from '../people/roles.ts'
import type { OrganisationReference } from '../place/organisation.ts'
import type { Category } from './categories.ts'
import type { AppealEvent } from './log.ts'
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

export type Kind = keyof typeof kindNames
export type Urgency = keyof typeof urgencyNames
export type Identity = keyof typeof identityNames
export type Answer = keyof typeof answerNames
export type ReliefCause = keyof typeof reliefCauseNames

export interface Relief {
  platform: string
  /** Masked before it is stored: only the last four characters. */
  orderNumber: string
  occurredAt: number
  fineYuan: number
  cause: ReliefCause
}

/** Why an organisation has it: the rule that chose it, in words that the person reads. */
export interface Dispatch {
  ruleId: string
  /** The rule's place in the list, as people quote it: 规则 3. */
  ruleNumber: number
  ruleVersion: number
  reason: string
}

/** An appeal as it is stored: one document with its log. Times are milliseconds since 1970. */
export interface Appeal {
  _id: string
  /** What people quote: month and day, then six digits. For reading, not a key. */
  number: string
  kind: Kind
  category: Category
  urgency: Urgency
  /** As typed; shown to others only through `maskContacts`. */
  text: string
  title: string
  photos: string[]
  relief?: Relief
  identity: Identity
  /** Only the body that handles it sees anything of who sent it (food safety). */
  confidential: boolean
  reporterId: string
  /** The city that the place lies in; absent of appeals from before it was kept. */
  city?: string
  trade: Trade
  /** Where it happened, as precisely as the person knew. */
  place: { area: string; name: string; location: string }
  state: AppealState
  outcome?: Outcome
  /** Who has it now; for `submitted` the catch-all whose dispatcher must place it. */
  organisation: OrganisationReference
  dispatch: Dispatch
  /** Who took it on; stays until another accepts (first-taker rule). */
  responsible: { personId: string; title: string } | null
  /** How often it was returned; the third return goes to the catch-all for good. */
  returns: number
  /** Set when the catch-all must keep it. */
  final: boolean
  /** What the last return proposed, for the dispatcher. */
  proposed: { id: string; name: string } | null
  /** The newest words of a handler that the person may read, for lists. */
  lastNote?: string
  acceptBy: number
  /** Absent for wishes, which need only be answered. */
  resolveBy?: number
  /** The clock that runs now, for sorting; `noDue` when none does. */
  dueAt: number
  open: boolean
  working: boolean
  createdAt: number
  updatedAt: number
  version: number
  events: AppealEvent[]
}

/** Sorts after every real due time. */
export const noDue = 8_640_000_000_000_000
