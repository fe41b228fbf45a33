import { answered, type Check, checkLimits, isDecided } from '../../domain/safety/check.ts'
import type { Word } from '../../domain/safety/word.ts'
import { changeCheck, checksAsked, checkWords, dueWords } from '../store/checks.ts'
import { command } from '../store/collection.ts'

const minute = 60_000

/**
 * Makes use of what WeChat sent word of. A word counts for a question that was asked, and the first one does; what
 * nobody knows is kept for an hour, because the question may not have been written down yet.
 */
export async function hearWords(now: () => number, until: number): Promise<void> {
  while (now() < until) {
    const at = now()
    const words = await dueWords(at, checkLimits.batch)
    if (words.length === 0) return
    const asked = await checksAsked(
      words.map(({ _id }) => _id),
      checkLimits.batch,
    )
    const heard: string[] = []
    for (const word of words) {
      const check = asked.find(({ traces }) => traces.includes(word._id))
      const done = check ? await hear(check, word, at) : at >= word.at + checkLimits.unknown
      if (done) heard.push(word._id)
    }
    const left = words.map(({ _id }) => _id).filter((id) => !heard.includes(id))
    if (heard.length > 0) await checkWords.removeAll({ _id: command.in(heard) })
    if (left.length > 0) await checkWords.update({ _id: command.in(left) }, { tickAt: at + minute })
  }
}

/** False when somebody else changed the check at this moment: it is heard again. */
async function hear(check: Check, { says }: Word, at: number): Promise<boolean> {
  if (isDecided(check)) return true
  const change = answered(check, says === 'failed' ? { failed: 'content' } : says, at)
  return (await changeCheck(check, change)) !== undefined
}
