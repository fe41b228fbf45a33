import { isDeepStrictEqual } from 'node:util'
import type { Caller } from '../functions/calls.ts'
import type { Dump, LocalCloud } from '../start.ts'
import { type Fault, placesFor } from './faults.ts'

export interface Action {
  functionName: string
  event: unknown
  caller?: Caller
  /** Default: all. */
  kinds?: Fault['kind'][]
  /** Reads an answer that reports a failure without throwing: what it says, or undefined. */
  failure?: (answer: unknown) => string | undefined
  /** What of a dump counts: leaves out times and ids that differ from run to run. */
  compare?: (dump: Dump) => unknown
}

export interface FaultRun {
  fault: Fault
  /** What the caller saw: an answer, or the error after which it tried again, undisturbed. */
  error: string | undefined
  /** What it saw when it tried again. */
  errorAgain: string | undefined
  /** The database ended as after the undisturbed run. */
  same: boolean
  dump: Dump
}

/**
 * Runs an action with each fault at each of its wire requests, each time from the database as it is now. A caller
 * that got an error tries once more, as a phone does, when the transaction that it may have left open is over.
 * Afterwards the database is as the undisturbed run leaves it.
 */
export async function everyFault(cloud: LocalCloud, action: Action): Promise<FaultRun[]> {
  const { functionName, event, caller, compare = (dump: Dump) => dump } = action
  const kinds = action.kinds ?? ['refuse', 'conflict', 'delay', 'lose', 'kill', 'kill-after']
  const start = await cloud.dump()
  const { value, meter } = await cloud.measure(functionName, event, caller)
  const failed = action.failure?.(value)
  if (failed !== undefined) throw new Error(`the undisturbed run failed: ${failed}`)
  const undisturbed = await cloud.dump()
  const wanted = compare(undisturbed)
  const attempt = (faults: Fault[]) =>
    cloud.call(functionName, event, { ...caller, faults }).then(
      (answer) => action.failure?.(answer),
      (error: Error) => error.message,
    )
  const runs: FaultRun[] = []
  for (const kind of kinds) {
    for (const at of placesFor(kind, meter.order)) {
      const fault: Fault = { kind, at, milliseconds: 5 }
      await cloud.restore(start)
      const error = await attempt([fault])
      await cloud.endTransactions()
      const errorAgain = error === undefined ? undefined : await attempt([])
      const dump = await cloud.dump()
      runs.push({
        fault,
        error,
        errorAgain,
        same: isDeepStrictEqual(compare(dump), wanted),
        dump,
      })
    }
  }
  await cloud.restore(undisturbed)
  return runs
}
