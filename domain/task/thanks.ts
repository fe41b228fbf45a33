import type { Verdict } from '../safety/safety.ts'
import { changed } from './claiming.ts'
import { holding, type Task } from './task.ts'
import { telling } from './telling.ts'

/** The ten digits of a code of thanks, however they are written; undefined when it is none. */
export function thanksDigits(typed: string): string | undefined {
  const digits = typed.replace(/\D/g, '')
  return digits.length === 10 ? digits : undefined
}

/** What is said when nothing was written: a tap is enough. */
export const thankedWords = (words: string): string => words || '谢谢您跑这一趟！'

/** Under which a task's log knows that it was thanked for. */
export const thanksKey = (key: string): string => `thanks-${key}`

/**
 * Those who did a task are told that they were thanked, once the words have passed the content check or a person has
 * looked; words that nobody shall see are thanks without them. The very same when there is nothing to tell yet.
 */
export function withThanksTold(task: Task, key: string, verdict: Verdict, now: number): Task {
  const thanks = task.log.find((event) => event.key === key)
  if (!thanks || thanks.told || verdict === 'held') return task
  const words = verdict === 'closed' ? '' : thanks.words
  const log = task.log.map((event) => (event === thanks ? { ...event, told: true } : event))
  return changed(telling({ ...task, log }, doersOf(task), 'taskThanked', thankedWords(words), now), {}, now)
}

/** Thanks are written down; without words there is nothing to check, and they are told at once. */
export function withThanks(task: Task, key: string, words: string, now: number): Task {
  if (task.log.some((event) => event.key === key)) return task
  const event = { key, action: 'thank' as const, actor: null, at: now, words }
  const thanked = changed({ ...task, log: [...task.log, event] }, {}, now)
  return words === '' ? withThanksTold(thanked, key, 'passed', now) : thanked
}

const doersOf = ({ claims }: Task): string[] =>
  claims.filter(({ state }) => holding.includes(state)).map(({ personId }) => personId)
