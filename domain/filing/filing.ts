import type { Appeal } from '../appeal/appeal.ts'
import { type Attempt, type Decision, step } from '../appeal/decisions.ts'
import { handledBy } from '../appeal/possible.ts'
import { fits } from '../appeal/states.ts'
import { Refusal } from '../errors.ts'
import type { Caller } from '../people/roles.ts'

/**
 * What filing for somebody else keeps beside the appeal: by which code they may claim it, and, until they do, how they
 * can be reached. In a store of its own, so that no list and no log holds it.
 */
export interface Filing {
  /** The appeal's id. */
  _id: string
  code: string
  nickname?: string
  phone?: string
  at: number
  claimedAt: number | null
}

/** Digits alone: they are said over the telephone and typed by the thumb. */
export const codeDigits = 10
export const claimCode = /^\d{10}$/
/** A mobile or a fixed line, as people write it. */
export const phoneNumber = /^(?:1[3-9]\d{9}|0\d{2,3}-?\d{7,8})$/
/** Days in which a code can be used. */
export const claimDays = 30
const day = 86_400_000

/** A code as it is read out: 123 456 7890. */
export const codeWords = (code: string): string => `${code.slice(0, 3)} ${code.slice(3, 6)} ${code.slice(6)}`

/** What was typed or pasted as a code, without what stands between the digits. */
export const codeOf = (typed: string): string => typed.replace(/\D/g, '')

/** Whether the person has an appeal that somebody else filed on their own phone by now. */
export const isClaimed = ({ filedBy, reporterId }: Pick<Appeal, 'filedBy' | 'reporterId'>): boolean =>
  filedBy !== undefined && reporterId !== filedBy.personId

/**
 * The person for whom it was filed becomes the one who asks, once. Refuses codes that are spent or too old, who filed
 * it, and whoever has handled it: nobody handles their own (docs/decisions/05).
 */
export function claim(appeal: Appeal, filing: Filing, attempt: Attempt & { caller: Caller }): Decision {
  const { personId } = attempt.caller
  if (filing.claimedAt !== null || isClaimed(appeal)) throw new Refusal('CLAIM_TAKEN')
  if (attempt.now > filing.at + claimDays * day || !fits('claim', appeal.state))
    throw new Refusal('CLAIM_OVER', { limit: claimDays })
  const involved = [appeal.filedBy, appeal.responsible].some((who) => who?.personId === personId)
  if (involved || handledBy(appeal, personId)) throw new Refusal('CLAIM_OWN')
  const caller = { personId, hat: undefined }
  const named = appeal.named?.personId === personId ? { named: null } : {}
  return step(appeal, 'claim', appeal.state, { ...attempt, caller }, {}, named)
}
