import type { Appeal } from './appeal.ts'
import { rebuilt } from './derived.ts'
import { verifyLog } from './log.ts'

// What the timer keeps beside the log, what does not change with a step, and what it is found by: a move renews that.
const beside = new Set(['tickAt', 'outbox', 'loaded', 'scopes', 'keys'])

/**
 * Whether an appeal is what its log says: the chain is whole, and the log told from the beginning leads to what is
 * stored. Where not, which field is wrong; undefined when all is right (appeals.md, The log).
 */
export function faultOf(appeal: Appeal): string | undefined {
  if (!verifyLog(appeal.events) || appeal.events.length === 0) return 'events'
  const told = rebuilt(appeal)
  if (appeal.version !== appeal.events.length) return 'version'
  const fields = new Set([...Object.keys(appeal), ...Object.keys(told)]) as Set<keyof Appeal>
  return [...fields].find((field) => !beside.has(field) && !same(appeal[field], told[field]))
}

function same(a: unknown, b: unknown): boolean {
  if (typeof a !== 'object' || a === null || typeof b !== 'object' || b === null) return a === b
  const keys = Object.keys(a)
  return (
    keys.length === Object.keys(b).length &&
    keys.every((key) => same(a[key as keyof typeof a], b[key as keyof typeof b]))
  )
}
