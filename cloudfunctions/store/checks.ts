import type { Check } from '../../domain/safety/check.ts'
import type { Word } from '../../domain/safety/word.ts'
import { collection, command } from './collection.ts'
import { after, type Cursor } from './cursor.ts'

/** What WeChat is asked about (domain/safety/check.ts). */
export const checks = collection<Check>('checks')

/** What WeChat has sent word of and nobody has made use of yet. */
export const checkWords = collection<Word>('checkWords')

/** Adds checks that are not there yet; those that are stay as they are. */
export async function addChecks(made: readonly Check[]): Promise<void> {
  if (made.length === 0 || (await checks.add(...made))) return
  for (const each of made) await checks.add(each)
}

/** Checks and words that the timer must look at by a moment, what has waited longest first. */
export const dueChecks = (now: number, limit: number): Promise<Check[]> => checks.find(due(now, limit))
export const dueWords = (now: number, limit: number): Promise<Word[]> => checkWords.find(due(now, limit))

const due = (now: number, limit: number) => ({
  where: { tickAt: command.lte(now) },
  sort: [
    ['tickAt', 'asc'],
    ['_id', 'asc'],
  ] as const,
  limit,
})

/** The checks of which WeChat knows some questions; those that nobody asked belong to none. */
export function checksAsked(traces: readonly string[], limit: number): Promise<Check[]> {
  return checks.find({ where: { traces: command.in([...traces]) }, limit })
}

/** Changes a check as it was read; what it is then, or undefined when somebody else changed it meanwhile. */
export async function changeCheck(check: Check, change: Partial<Check>): Promise<Check | undefined> {
  const { _id, turn } = check
  const fields = { ...change, ...(change.traces && { traces: command.set(change.traces) }), turn: turn + 1 }
  return (await checks.update({ _id, turn }, fields)) === 1
    ? { ...check, ...change, turn: turn + 1 }
    : undefined
}

/** Forgets what has passed and need not be remembered any more. */
export async function forgetPassed(now: number): Promise<void> {
  await checks.removeAll({ state: 'passed', tickAt: command.lte(now), settled: true })
}

/** What belongs to no appeal and a person must look at, in an area, what has waited longest first. */
export function heldChecks(scope: string, from: Cursor | undefined, limit: number): Promise<Check[]> {
  const where = { scopes: scope, state: 'held' }
  return checks.find({
    where: from ? after(where, ['since', 'asc'], from) : where,
    sort: [
      ['since', 'asc'],
      ['_id', 'asc'],
    ],
    limit,
  })
}

/** How much of that there is, `most` at most. */
export const countHeld = (scope: string, most: number): Promise<number> =>
  checks.countUpTo({ scopes: scope, state: 'held' }, most)
