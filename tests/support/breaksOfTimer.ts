import { type Fault, placesFor } from '../../localcloud/wire/faults.ts'
import type { TestCloud } from './cloud.ts'

/** Where a run of the timer like the last one can be broken off by a fault of a kind, so that it makes a difference. */
export function breaksOfTimer({ local }: TestCloud): (kind: Fault['kind']) => number[] {
  const runs = local.recent().filter(({ functionName }) => functionName === 'clock')
  const order = runs.at(-1)?.meter.order ?? []
  if (order.length === 0) throw new Error('the timer has not run')
  return (kind) => placesFor(kind, order)
}
