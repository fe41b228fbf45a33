import { carryAll } from '../carry/all.ts'
import { isTimer } from '../store/identity.ts'
import { runClock } from './run.ts'
import { runTasks } from './tasks.ts'

/** How long one run may take: WeChat ends it after 60 s, and the next one goes on where it stopped. */
const longest = 45_000

/** The timer: once a minute, whatever has become due. Any user can call a function by its name; only the timer may. */
export async function main(): Promise<{ looked: number; left: boolean } | { refused: true }> {
  if (!isTimer()) return { refused: true }
  const started = Date.now()
  await carryAll(() => Date.now(), started + longest / 3)
  await runTasks(() => Date.now(), started + (longest * 2) / 3)
  return runClock({ now: () => Date.now(), until: started + longest })
}
