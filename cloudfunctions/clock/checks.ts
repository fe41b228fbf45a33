import {
  type Answer,
  answered,
  type Check,
  checkLimits,
  isDecided,
  isUnheard,
} from '../../domain/safety/check.ts'
import { settleVerdicts } from '../carry/verdicts.ts'
import { changeCheck, dueChecks, forgetPassed } from '../store/checks.ts'
import { askWechat } from './askWechat.ts'
import { contentsOf } from './contents.ts'
import { giveNames } from './names.ts'
import { hearWords } from './words.ts'

/**
 * The content check: makes use of what WeChat sent word of, asks about what has not been asked, and lets verdicts take
 * effect. It may be broken off anywhere and run twice at once: whoever asks takes the check first, for two minutes. When
 * WeChat does not answer, it leaves off for this run; what it could not ask is asked again, later each time.
 */
export async function runChecks(now: () => number, until: number): Promise<void> {
  await forgetPassed(now())
  await hearWords(now, until)
  await giveNames(now, until)
  while (now() < until) {
    const due = await dueChecks(now(), checkLimits.batch)
    if (due.length === 0) return
    const unheard = due.filter((check) => isUnheard(check, now()))
    const held = await hold(unheard, now())
    await settleVerdicts([...due, ...held].filter(isDecided), now())
    const open = due.filter((check) => !isDecided(check) && !unheard.includes(check))
    if (!(await askAll(open, now, until))) return
  }
}

/** Leaves to a person what WeChat never sent word of. */
async function hold(unheard: readonly Check[], at: number): Promise<Check[]> {
  const held = await Promise.all(unheard.map((check) => changeCheck(check, { state: 'held', tickAt: at })))
  return held.filter((check) => check !== undefined)
}

/** False when WeChat does not answer, or time is up. */
async function askAll(due: readonly Check[], now: () => number, until: number): Promise<boolean> {
  for (let start = 0; start < due.length; start += checkLimits.together) {
    if (now() >= until) return false
    const taken = await take(due.slice(start, start + checkLimits.together), now())
    if (!(await askTogether(taken, now))) return false
  }
  return true
}

/** Those that nobody else asks about at this moment. */
async function take(due: readonly Check[], at: number): Promise<Check[]> {
  const taken = await Promise.all(due.map((check) => changeCheck(check, { tickAt: at + checkLimits.lease })))
  return taken.filter((check) => check !== undefined)
}

/** False when WeChat does not answer at all. */
async function askTogether(taken: readonly Check[], now: () => number): Promise<boolean> {
  const contents = await contentsOf(taken, now())
  const asked = taken.flatMap((check) => {
    const content = contents.get(check)
    return content ? [{ check, content }] : []
  })
  const answers = await Promise.all(asked.map(({ check, content }) => askWechat(check, content)))
  const speaks = answers.some((answer) => !isFailure(answer))
  const at = now()
  const after = await Promise.all(
    asked.map(({ check }, index) => {
      const answer = answers[index] ?? silence
      // Where it answers others, something is wrong with this one.
      return changeCheck(check, answered(check, speaks && isFailure(answer) ? unaskable : answer, at))
    }),
  )
  await settleVerdicts(after.filter((check) => check !== undefined).filter(isDecided), at)
  return speaks || answers.every((answer) => !isFailure(answer) || answer.failed === 'content')
}

const silence = { failed: 'service' } as const
const unaskable = { failed: 'content' } as const

type Failure = Extract<Answer, { failed: unknown }>
const isFailure = (answer: Answer): answer is Failure => typeof answer === 'object' && 'failed' in answer
