import { requireSound } from '../../domain/settings/start.ts'
import { carryAll } from '../carry/all.ts'
import { expireAll } from '../carry/expire.ts'
import { rankAll } from '../carry/rank.ts'
import { reconcileNightly } from '../carry/reconcile.ts'
import { tellReviews } from '../carry/reviews.ts'
import { begin, failedSteps } from '../log.ts'
import { isTimer } from '../store/identity.ts'
import { allSettings } from '../store/settings.ts'
import { runChecks } from './checks.ts'
import { runHonours } from './honours.ts'
import { sendMessages } from './messages.ts'
import { removeOld } from './retention.ts'
import { runClock } from './run.ts'
import { runTasks } from './tasks.ts'
import { watch } from './watch.ts'

// What is not sound must not start: a wrong number would be promised to people.
requireSound(process.env.TARO_APP_TEMPLATES ?? '')

/** How long one run may take: WeChat ends it after 60 s, and the next one goes on where it stopped. */
const longest = 45_000

/** The timer: once a minute, whatever has become due. Any user can call a function by its name; only the timer may. */
export async function main(): Promise<{ looked: number; left: boolean } | { refused: true }> {
  const log = begin('clock')
  if (!isTimer()) {
    log.end('refused')
    return { refused: true }
  }
  let thrown: unknown
  try {
    const done = await runAll(log.started)
    log.end('ok', { ...done, failed: failedSteps() })
    return done
  } catch (error) {
    thrown = error ?? 'nothing'
    log.end('INTERNAL', { failed: failedSteps() }, thrown)
    // What is thrown is printed by WeChat, and may quote what somebody wrote.
    throw new Error(`the timer's run ${log.requestId} failed`)
  } finally {
    const milliseconds = Date.now() - log.started
    await watch(
      { at: log.started, milliseconds, full: thrown === undefined, failed: failedSteps() },
      Date.now(),
    )
  }
}

async function runAll(started: number): Promise<{ looked: number; left: boolean }> {
  const now = () => Date.now()
  await carryAll(now, started + longest / 3)
  await runTasks(now, started + (longest * 2) / 3)
  // After an outage of days this goes on for many runs; what comes after it must not wait so long.
  const done = await runClock({ now, until: started + (longest * 4) / 5 })
  const cities = [...(await allSettings()).values()]
  await sendMessages(now, started + longest, cities)
  await runChecks(now, started + longest)
  await tellReviews(now, started + longest)
  await expireAll(now, started + longest)
  await runHonours(now, started + longest)
  await rankAll(now, started + longest)
  await removeOld(now, started + longest, cities)
  // Last: it can wait for the next run, and goes on where it stopped.
  await reconcileNightly(now, started + longest)
  return done
}
