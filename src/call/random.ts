/** Hexadecimal digits for request ids: to be told apart, not to be secret. */
export function randomHex(length: number): string {
  return Array.from({ length }, () => Math.floor(Math.random() * 16).toString(16)).join('')
}
