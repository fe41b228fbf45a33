import type { Named } from '../appeal/appeal.ts'

/** Whether the points reach what the cause asks for, or the committee weighs it (appeals.md, Relief). */
export const assessmentNames = { eligible: '符合免责条件', discretion: '酌情核定' } as const satisfies Record<
  string,
  string
>
/** What the committee decided on a relief. */
export const decisionNames = { approved: '核定同意', refused: '没有核定' } as const satisfies Record<
  string,
  string
>
/** What the platform answered to the letter. */
export const answerNames = { waived: '全免', partly: '免一部分', refused: '不免' } as const satisfies Record<
  string,
  string
>

export type Assessment = keyof typeof assessmentNames
export type ReliefDecision = keyof typeof decisionNames
export type PlatformAnswer = keyof typeof answerNames

/** The letter to the platform: what of it can't be told again from the appeal. */
export interface Letter {
  /** Such as 沈河网约党函〔2026〕12号. */
  number: string
  at: number
  organisation: string
  /** The post of who signed for it; never a name. */
  title: string
}

/** How far a relief has come, beside the appeal's own states. Changed by steps alone. */
export interface ReliefCase {
  assessment: Assessment
  /** Supervision points of the person and what the cause asked for, when it was sent. */
  points: number
  threshold: number
  ruleVersion: number
  decision?: { outcome: ReliefDecision; words: string; by: Named; at: number }
  letter?: Letter
  answer?: { outcome: PlatformAnswer; yuan: number; words: string; at: number }
}

/** What the rules of the next step need to know of a relief. */
export interface ReliefStanding {
  /** Those who hold it can write to a platform: a trade committee, or the body that stands in for one. */
  committee: boolean
  decision?: ReliefDecision
  answer?: PlatformAnswer
}
