/** A browser asks for itself. */
export function PrivacyAsk() {
  return null
}
