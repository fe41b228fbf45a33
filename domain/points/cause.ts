import type { Point } from '../place/geography.ts'

/** What points are paid for (points.md, Rules), each with the word that the person reads. */
export const causeNames = {
  taskVerified: '任务验收通过',
  taskCancelled: '任务临时取消',
  snapConfirmed: '随手拍属实',
  foodSafetyConfirmed: '食品安全线索属实',
  snapSeen: '最先也看到',
  projectAdopted: '列入治理项目',
  filedForSomebody: '代报被接单',
  raisedAtMeeting: '会上提了事',
} as const satisfies Record<string, string>
export type PaidKind = keyof typeof causeNames
export const paidKinds = Object.keys(causeNames) as PaidKind[]

/** What else moves points: taking back, and the steps of a redemption, of time and of 注销. */
export type CauseKind = PaidKind | 'reversal' | 'redemption' | 'expiry' | 'deletion'

/** What a line of the statement opens. */
export type About = { what: 'appeal' | 'task' | 'project' | 'meeting' | 'redemption'; id: string }

/**
 * What the flags are found from (flags.ts). It is written down with the cause, by who knows it, so that paying asks
 * for nothing more.
 */
export interface Evidence {
  /** What was handed in to show it. */
  photos?: string[]
  /** Where somebody checked in, or took a snap; metres around it within which they may have stood. */
  stood?: { point: Point; radius: number }
  /** Of work that was verified by somebody whose work they verify: how often either way, lately. */
  mutual?: { verifierId: string; times: number; back: number }
  /** Whose snap they saw too: a mark by which nobody is recognised. */
  follows?: string
  /** Only this organisation may see anything of it (food safety). */
  confidentialTo?: string
}

/**
 * Why points are to be paid. Whatever leads to it (a task, an appeal, a meeting …) puts it into its own document by the
 * very write that brings it about, and whoever comes by carries it out (cloudfunctions/carry/pay.ts): the key decides
 * that it is paid once. Causes of one document are carried out in their order, so that what is taken back has been paid.
 */
export interface Cause {
  /** Names what happened for good, such as `claim:<id>:verified`. */
  key: string
  kind: PaidKind
  personId: string
  communityId: string
  /** The city that the community lies in: its rules hold where the community has none. */
  cityId: string
  /** What happened, in a few words: 随手拍：消防通道被堵 */
  title: string
  /** When it was earned, in milliseconds: limits per day go by it. */
  at: number
  /** When the person did it, where that was earlier: hours of the night go by it. */
  doneAt?: number
  /** Points that were promised, where the rule leaves it to what was promised (tasks). */
  points?: number
  /** What made it harder, as far as is known: the multipliers of the rules name these. */
  tags?: string[]
  /** The how-manieth it was, from 1: first confirmers. */
  rank?: number
  about?: About
  evidence?: Evidence
}

/** What was paid by a cause is taken back: the appeal was reopened, the verification was wrong. */
export interface Reversal {
  key: string
  kind: 'reversal'
  personId: string
  /** The key of the cause that it takes back. */
  reverses: string
  title: string
  at: number
  about?: About
}

/** What stands in an outbox. */
export type Payable = Cause | Reversal

/** Takes back what a cause has paid or will have paid. */
export function reversalOf({ key, personId, title, about }: Cause, at: number): Reversal {
  return {
    key: `${key}:reversed`,
    kind: 'reversal',
    personId,
    reverses: key,
    title,
    at,
    ...(about && { about }),
  }
}
