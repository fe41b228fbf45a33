import type { Output } from '../../../domain/contract'

type Codes = Output<'task.codes'>['codes']

/** Milliseconds for which a code is shown: the functions change it as often (domain/task/code.ts). */
export const codeLasts = 30_000

/**
 * How far the phone's clock is off, in milliseconds to add: the first code was the one of the moment when the answer
 * came. Within its half minute nothing is known, and nothing need be.
 */
export function skewOf(codes: Codes, cameAt: number): number {
  const from = codes[0]?.from ?? cameAt
  if (cameAt < from) return from - cameAt
  const until = from + codeLasts - 1
  return cameAt > until ? until - cameAt : 0
}

export interface Shown {
  /** Two groups of three. */
  digits: readonly [string, string]
  code: string
  /** Whole seconds until the next one. */
  left: number
}

/** The code of a moment, by the function's clock; undefined when those that came are used up. */
export function shownAt(codes: Codes, now: number): Shown | undefined {
  const current = codes.find(({ from }) => from <= now && now < from + codeLasts)
  if (!current) return undefined
  const { code, from } = current
  const left = Math.max(1, Math.ceil((from + codeLasts - now) / 1000))
  return { code, digits: [code.slice(0, 3), code.slice(3)], left }
}
