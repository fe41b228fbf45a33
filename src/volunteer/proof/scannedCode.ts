/**
 * The six digits that an organiser's picture holds: the digits alone, or a link that names them (`code=123456`).
 * Undefined for any other picture.
 */
export function scannedCode(text: string): string | undefined {
  const plain = text.replace(/\s/g, '')
  if (/^\d{6}$/.test(plain)) return plain
  return /[?&#]code=(\d{6})(?:[&#]|$)/.exec(plain)?.[1]
}
