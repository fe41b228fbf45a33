import type { Appeal } from './appeal.ts'
import { rebuilt } from './derived.ts'
import { saidDigest, verifyLog } from './log.ts'

// What the timer keeps beside the log, what does not change with a step, and what it is found by: a move renews that.
const beside = new Set(['tickAt', 'outbox', 'causes', 'loaded', 'safety', 'scopes', 'keys'])

/**
 * Whether an appeal is what its log says: the chain is whole, and the log told from the beginning leads to what is
 * stored. Where not, which field is wrong; undefined when all is right (appeals.md, The log).
 */
export function faultOf(appeal: Appeal): string | undefined {
  if (!verifyLog(appeal.events) || appeal.events.length === 0) return 'events'
  // Whose person has been forgotten has lost some of what they said.
  if (appeal.reporterId !== '' && appeal.events[0]?.said !== saidDigest(appeal)) return 'text'
  const told = rebuilt(appeal)
  if (appeal.version !== appeal.events.length) return 'version'
  const fields = new Set([...Object.keys(appeal), ...Object.keys(told)]) as Set<keyof Appeal>
  return [...fields].find(
    (field) => !beside.has(field) && !same(compared(field, appeal), compared(field, told)),
  )
}

// An organisation may get another name, or move; which one it is stands in the log.
const compared = (field: keyof Appeal, appeal: Appeal): unknown =>
  field === 'organisation' ? appeal.organisation.id : appeal[field]

function same(a: unknown, b: unknown): boolean {
  if (typeof a !== 'object' || a === null || typeof b !== 'object' || b === null) return a === b
  const keys = Object.keys(a)
  return (
    keys.length === Object.keys(b).length &&
    keys.every((key) => same(a[key as keyof typeof a], b[key as keyof typeof b]))
  )
}
