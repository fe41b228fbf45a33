import type { Appeal } from '../appeal/appeal.ts'

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

/** A code as it is read out: 123 456 7890. */
export const codeWords = (code: string): string => `${code.slice(0, 3)} ${code.slice(3, 6)} ${code.slice(6)}`

/** What was typed or pasted as a code, without what stands between the digits. */
export const codeOf = (typed: string): string => typed.replace(/\D/g, '')

/** Whether the person has an appeal that somebody else filed on their own phone by now. */
export const isClaimed = ({ filedBy, reporterId }: Pick<Appeal, 'filedBy' | 'reporterId'>): boolean =>
  filedBy !== undefined && reporterId !== filedBy.personId
