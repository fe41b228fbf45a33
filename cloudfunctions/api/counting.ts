import { type Counts, counted, without } from '../../domain/operating/counting.ts'
import { operatingLimits } from '../../domain/operating/limits.ts'
import { stepFailed } from '../log.ts'
import { addCounts } from '../store/counters.ts'

/** Milliseconds between two handings over; tests count wire requests, and set it to what they need. */
const every = Number(process.env.COUNTS_EVERY ?? operatingLimits.handOver)

let counts: Counts = new Map()
/** When this instance last tried; at first, when it started. */
let handedAt = Date.now()

/** Counts a call, in memory. */
export function count(action: string, outcome: string, milliseconds: number): void {
  counts = counted(counts, action, outcome, milliseconds)
}

/**
 * Hands over what this instance has counted, at most once a minute, beside the work of a call: WeChat stops an instance
 * after its reply, so that there is no other moment. What is returned waits for it, but never long, and never fails; what
 * could not be handed over is kept for the next time. An instance that has just started has nothing to hand over.
 */
export function handOver(now: number): () => Promise<void> {
  if (now - handedAt < every || counts.size === 0) return async () => {}
  handedAt = now
  const handed = counts
  const done = addCounts(handed, now).then(
    () => {
      counts = without(counts, handed)
    },
    (error: unknown) => stepFailed('counts', error),
  )
  return async () => {
    let timer: NodeJS.Timeout | undefined
    const patience = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, operatingLimits.patience)
    })
    await Promise.race([done, patience])
    clearTimeout(timer)
  }
}
