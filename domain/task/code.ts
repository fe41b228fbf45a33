import { hmac } from '@noble/hashes/hmac.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { utf8ToBytes } from '@noble/hashes/utils.js'

/** Milliseconds for which a check-in code is shown. */
export const codeLasts = 30_000

const stepAt = (now: number) => Math.floor(now / codeLasts)

/** The six digits of a step of half a minute (RFC 6238's way of making them). */
function codeOf(secret: string, step: number): string {
  const digest = hmac(sha256, utf8ToBytes(secret), utf8ToBytes(String(step)))
  const offset = (digest.at(-1) ?? 0) & 15
  const [a = 0, b = 0, c = 0, d = 0] = digest.subarray(offset, offset + 4)
  const number = ((a & 127) << 24) | (b << 16) | (c << 8) | d
  return String(number % 1_000_000).padStart(6, '0')
}

/** The code that is shown at a moment, and those that follow: the organiser's phone needs no network meanwhile. */
export function codesFrom(secret: string, now: number, count: number): { code: string; from: number }[] {
  const step = stepAt(now)
  return Array.from({ length: count }, (_, index) => ({
    code: codeOf(secret, step + index),
    from: (step + index) * codeLasts,
  }))
}

/** Whether a code is the one of this half minute, or of the one before or after: clocks drift. */
export function codeFits(secret: string, code: string, now: number): boolean {
  const typed = code.replace(/\D/g, '')
  return [-1, 0, 1].some((drift) => codeOf(secret, stepAt(now) + drift) === typed)
}
