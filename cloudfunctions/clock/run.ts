import type { Appeal } from '../../domain/appeal/appeal.ts'
import { stepFailed } from '../log.ts'
import { dueTicks, putOff } from '../store/appealTimer.ts'
import { carryOutDue } from './carryOutDue.ts'
import { settle } from './settle.ts'
import { worldOf } from './world.ts'

/** At once: enough to be fast, few enough to be done before the function ends. */
const batch = 100
const together = 10
/** A failure must not stand in the way of the others; it is tried again after this, in milliseconds. */
const again = 10 * 60_000

/**
 * Looks at what has become due, batch after batch, until nothing is left or time is up. It may be broken off anywhere,
 * run twice at once, or miss days: each step is one conditional update, and what is told has an id of its own.
 */
export async function runClock({
  now,
  until,
}: {
  now: () => number
  until: number
}): Promise<{ looked: number; left: boolean }> {
  let looked = 0
  const isTime = () => now() < until
  while (isTime()) {
    const at = now()
    const due = await dueTicks(at, batch)
    if (due.length === 0) return { looked, left: false }
    const world = await worldOf(due, at)
    for (let start = 0; start < due.length; start += together) {
      if (!isTime()) return { looked, left: true }
      const some = due.slice(start, start + together)
      await Promise.all(some.map((appeal) => look(appeal, world, at, isTime)))
      looked += some.length
    }
  }
  return { looked, left: true }
}

async function look(
  appeal: Appeal,
  world: Awaited<ReturnType<typeof worldOf>>,
  at: number,
  isTime: () => boolean,
): Promise<void> {
  try {
    const after = await carryOutDue(appeal, world, at)
    if (after) await settle(after, world, at, isTime)
  } catch (error) {
    stepFailed('appeal', error, appeal._id)
    await putOff(appeal._id, at + again)
  }
}
