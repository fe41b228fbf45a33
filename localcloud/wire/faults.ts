import { EngineError } from '../engine/engine.ts'
import type { Call } from '../functions/calls.ts'
import { WireError } from './errors.ts'

const kinds = ['refuse', 'conflict', 'delay', 'lose', 'kill', 'kill-after'] as const

/**
 * What goes wrong with the k-th wire request of a call (from 1):
 * refuse: not done, an error comes back; conflict: not done, the answer is a transaction conflict;
 * delay: done later; lose: done, but the answer never arrives; kill: the worker dies before it is done;
 * kill-after: the worker dies when it is done.
 */
export interface Fault {
  at: number
  kind: (typeof kinds)[number]
  /** For delay; default 100. */
  milliseconds?: number
}

/** The answer never reaches the function: the connection is cut. */
export class Lost extends Error {}

/** Does one wire request of a call, or what its fault says instead. */
export async function withFault<T>(
  call: Call | undefined,
  work: () => Promise<T>,
  abort: () => Promise<void>,
): Promise<T> {
  if (!call) return work()
  call.requests++
  const fault = call.caller.faults?.find(({ at }) => at === call.requests)
  switch (fault?.kind) {
    case 'refuse':
      throw new WireError('SYS_ERR', '[InternalError] refused by a fault of the test')
    case 'conflict':
      await abort()
      throw new EngineError('conflict', 'conflict by a fault of the test')
    case 'delay':
      await new Promise((resolve) => setTimeout(resolve, fault.milliseconds ?? 100))
      return work()
    case 'lose':
      await work()
      throw new Lost()
    case 'kill':
      call.kill()
      throw new Lost()
    case 'kill-after':
      await work()
      call.kill()
      throw new Lost()
  }
  return work()
}

/** What reads only, of the wire's actions. */
const reads = ['getDocument', 'calculateDocument', 'aggregateDocuments', 'startTransaction']

/**
 * Where a fault of this kind can make a difference to a call whose requests were these, from 1. Dying before a request is
 * dying after the one before it, and dying after a read is dying before it: `kill` at the first request only,
 * `kill-after` where something was changed, the others everywhere.
 */
export function placesFor(kind: Fault['kind'], order: readonly string[]): number[] {
  const places = order.map((_, before) => before + 1)
  if (kind === 'kill') return places.slice(0, 1)
  if (kind !== 'kill-after') return places
  return places.filter((at) => !reads.includes(order[at - 1]?.replace('database.', '') ?? ''))
}

/** Reads faults as a header has them: `lose@3, delay@1=200`. */
export function parseFaults(text: string): Fault[] {
  return text.split(',').map((part) => {
    const [, kind, at, milliseconds] = /^\s*([a-z-]+)@(\d+)(?:=(\d+))?\s*$/.exec(part) ?? []
    const known = kinds.find((name) => name === kind)
    if (!known)
      throw new Error(`not a fault: ${part}; one of ${kinds.join(', ')} with @ and a number is wanted`)
    return {
      kind: known,
      at: Number(at),
      milliseconds: milliseconds === undefined ? undefined : Number(milliseconds),
    }
  })
}
