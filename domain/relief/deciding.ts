import type { Appeal } from '../appeal/appeal.ts'
import { type Attempt, type Decision, step } from '../appeal/decisions.ts'
import { Refusal } from '../errors.ts'
import { actorOf } from '../people/actor.ts'
import type { PlatformAnswer, ReliefCase } from './reliefCase.ts'

/** After a letter has gone out: with the platform's answer, or as unsolved because there is none. */
export function requireAnswer({ reliefCase }: Pick<Appeal, 'reliefCase'>, unsolved: boolean): void {
  if (reliefCase?.decision?.outcome === 'approved' && !reliefCase.answer && !unsolved)
    throw new Refusal('RELIEF_UNANSWERED')
}

const caseOf = ({ reliefCase }: Appeal): ReliefCase => {
  if (!reliefCase) throw new Refusal('RELIEF_ONLY')
  return reliefCase
}

/** 核定: with a letter under its number when approved, with the reason when not. The tables have been asked. */
export function decideRelief(
  appeal: Appeal,
  attempt: Attempt,
  words: string,
  letterNumber: string | undefined,
): Decision {
  if (letterNumber === undefined && words === '') throw new Refusal('REASON_NEEDED')
  const { personId, title } = actorOf(attempt.caller)
  const at = attempt.now
  const outcome = letterNumber === undefined ? 'refused' : 'approved'
  const reliefCase: ReliefCase = {
    ...caseOf(appeal),
    decision: { outcome, words, by: { personId, title }, at },
    ...(letterNumber !== undefined && {
      letter: { number: letterNumber, at, organisation: appeal.organisation.name, title },
    }),
  }
  return step(appeal, 'decideRelief', appeal.state, attempt, { words }, { reliefCase })
}

/** 平台答复: how much of the fine the platform lets go. Where there was no fine, the bad rating goes or stays. */
export function answerRelief(
  appeal: Appeal,
  attempt: Attempt,
  { outcome, yuan, words }: { outcome: PlatformAnswer; yuan: number | undefined; words: string },
): Decision {
  const fine = appeal.relief?.fineYuan ?? 0
  const waived = outcome === 'waived' ? fine : outcome === 'partly' ? (yuan ?? 0) : 0
  if (outcome === 'partly' && (waived <= 0 || waived >= fine)) throw new Refusal('RELIEF_YUAN', { fine })
  const reliefCase: ReliefCase = {
    ...caseOf(appeal),
    answer: { outcome, yuan: waived, words, at: attempt.now },
  }
  return step(appeal, 'answerRelief', appeal.state, attempt, { words }, { reliefCase })
}
