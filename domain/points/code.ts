/** Digits of a code, the check digit among them: typed by the thumb, read out over a counter. */
export const codeLength = 10

/** The digit that makes a number of nine digits a code (Luhn): it catches one wrong digit and two that changed places. */
export function checkDigit(nine: string): string {
  const sum = [...nine].reverse().reduce((total, sign, index) => {
    const digit = Number(sign) * (index % 2 === 0 ? 2 : 1)
    return total + (digit > 9 ? digit - 9 : digit)
  }, 0)
  return String((10 - (sum % 10)) % 10)
}

/** Whether something has the form of a code: can be told without a network, so that a slip of the finger costs nothing. */
export const isCode = (typed: string): boolean =>
  /^\d{10}$/.test(typed) && checkDigit(typed.slice(0, -1)) === typed.slice(-1)

/** What was typed, without what stands between the digits. */
export const digitsOf = (typed: string): string => typed.replace(/\D/g, '')

/** A code as it is read out: 4821 063 758. */
export const codeWords = (code: string): string => `${code.slice(0, 4)} ${code.slice(4, 7)} ${code.slice(7)}`

/** What a scanned picture says: the code, and the signature that no one can make up. */
export interface ScannedCode {
  code: string
  signature: string
}

const scanned = /^fengming:redeem:(\d{10}):([0-9a-f]{32})$/

export const scanText = ({ code, signature }: ScannedCode): string => `fengming:redeem:${code}:${signature}`

/** Reads a scanned picture; undefined when it is none of ours. */
export function scannedCode(text: string): ScannedCode | undefined {
  const [, code, signature] = scanned.exec(text.trim()) ?? []
  return code && signature ? { code, signature } : undefined
}
