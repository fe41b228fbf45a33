import { noDue } from '../../domain/appeal/appeal.ts'
import { presented } from '../../domain/points/ranking/counting.ts'
import { rankingName } from '../../domain/points/ranking/standing.ts'
import { type About, backOff, type Check, checkLimits } from '../../domain/safety/check.ts'
import { nicknamePiece } from '../../domain/safety/naming.ts'
import { type Verdict, withVerdicts } from '../../domain/safety/safety.ts'
import { withThanksTold } from '../../domain/task/thanks.ts'
import { stepFailed } from '../log.ts'
import { appeals } from '../store/appeals.ts'
import { saveSafety } from '../store/appealTimer.ts'
import { changeCheck } from '../store/checks.ts'
import { people } from '../store/people.ts'
import { changeStanding } from '../store/rankings.ts'
import { saveTask, tasks } from '../store/tasks.ts'

type Decided = Check & { state: Verdict }

/** Of several who change the same document at once somebody gets through each time; the others come again. */
const attempts = 3

/**
 * Lets verdicts take effect where they are read. First there, then it is noted at the check: what is broken off between is
 * done again, and changes nothing.
 */
export async function settleVerdicts(decided: readonly Decided[], now: number): Promise<void> {
  for (const about of new Map(
    decided.map((check) => [`${check.about.kind} ${check.about.id}`, check.about]),
  ).values()) {
    const together = decided.filter((check) => check.about.kind === about.kind && check.about.id === about.id)
    await settleTogether(together, now).catch(async (error: Error) => {
      stepFailed('verdict', error, about.kind === 'person' ? undefined : about.id)
      for (const check of together) await changeCheck(check, later(check, now))
    })
  }
}

/** The same for verdicts on one and the same document; throws what went wrong, so that whoever asked asks again. */
export async function settleTogether(verdicts: readonly Decided[], now: number): Promise<void> {
  const [first] = verdicts
  const done = first && (await settleOne(first.about, verdicts, now))
  for (const check of verdicts) await changeCheck(check, done ? settled(check, now) : later(check, now))
}

const settled = ({ state, authorId }: Decided, now: number): Partial<Check> => ({
  settled: true,
  ...(authorId && { authorId: '' }),
  tickAt: state === 'passed' ? now + checkLimits.remembered : noDue,
})
const later = ({ tries }: Decided, now: number): Partial<Check> => ({
  tries: tries + 1,
  tickAt: now + backOff(tries + 1),
})

/** False when it can't take effect yet. */
function settleOne({ kind, id }: About, verdicts: readonly Decided[], now: number): Promise<boolean> {
  switch (kind) {
    case 'appeal':
      return settleAppeal(id, verdicts)
    case 'person':
      return settleNickname(id, verdicts, now)
    case 'task':
      return settleThanks(id, verdicts, now)
  }
}

async function settleAppeal(id: string, verdicts: readonly Decided[]): Promise<boolean> {
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const appeal = await appeals.get(id)
    if (!appeal) return true
    const { safety } = appeal
    // The appeal does not know yet that this was asked: it would wait for it for ever.
    if (!safety || verdicts.some(({ piece }) => Number.parseInt(piece, 10) > safety.asked)) return false
    const after = withVerdicts(
      safety,
      verdicts.map(({ piece, state }) => [piece, state]),
    )
    if (after === safety || (await saveSafety(appeal, after))) return true
  }
  return false
}

/** Boards call somebody by a nickname from now on; one that they no longer have is nobody's. */
async function settleNickname(id: string, verdicts: readonly Decided[], now: number): Promise<boolean> {
  const person = await people.get(id)
  const nickname = person?.nickname
  const verdict = verdicts.find(({ piece }) => nickname !== undefined && piece === nicknamePiece(nickname))
  if (nickname === undefined || !verdict || verdict.state === 'held') return true
  const may = verdict.state !== 'closed'
  const nicknamePassed = may ? nickname : ''
  if ((await people.update({ _id: id, nickname }, { nicknamePassed })) === 0) return true
  const name = rankingName({ _id: id, nickname, nicknamePassed })
  await changeStanding(id, (before) => before && presented(before, { name }, now), now)
  return true
}

async function settleThanks(id: string, verdicts: readonly Decided[], now: number): Promise<boolean> {
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const task = await tasks.get(id)
    if (!task) return true
    const after = verdicts.reduce((told, { piece, state }) => withThanksTold(told, piece, state, now), task)
    if (after === task || (await saveTask(task, after))) return true
  }
  return false
}
