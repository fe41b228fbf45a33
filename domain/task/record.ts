import { inBeijing } from '../time.ts'
import { taskLimits } from './limits.ts'
import type { Claim, Task } from './task.ts'

const minute = 60_000

/** Work of somebody that was verified, and how long it took, in minutes. */
export interface Done {
  personId: string
  minutes: number
}

/**
 * How long somebody was there: from the check-in until they handed in or the end; who waits for the start does not work
 * yet, but who was done before it did. Where nobody saw them come, the window counts, but not beyond an hour: time is
 * not made up.
 */
export function minutesOf(
  { from, to }: Pick<Task, 'from' | 'to'>,
  { checkIn, proof }: Pick<Claim, 'checkIn' | 'proof'>,
): number {
  if (!checkIn) return Math.floor(Math.min(to - from, taskLimits.unseen) / minute)
  const ended = Math.min(to, proof?.at ?? to)
  const begun = ended > from ? Math.max(from, checkIn.at) : checkIn.at
  return Math.max(0, Math.floor((ended - begun) / minute))
}

/** What of a task goes into the records of those who did it: what was verified, once each. */
export const doneOf = (task: Pick<Task, 'claims' | 'from' | 'to'>): Done[] =>
  task.claims
    .filter(({ state }) => state === 'verified')
    .map((claim) => ({ personId: claim.personId, minutes: minutesOf(task, claim) }))

export interface YearOfWork {
  year: number
  count: number
  minutes: number
}

/** Work by its year in Beijing, the last one first. */
export function byYear(work: readonly { from: number; minutes: number }[]): YearOfWork[] {
  const years = new Map<number, YearOfWork>()
  for (const { from, minutes } of work) {
    const year = inBeijing(from).year()
    const before = years.get(year) ?? { year, count: 0, minutes: 0 }
    years.set(year, { year, count: before.count + 1, minutes: before.minutes + minutes })
  }
  return [...years.values()].sort((a, b) => b.year - a.year)
}
