import { Refusal } from '../errors.ts'
import type { Organisation } from '../place/organisation.ts'
import type { Appeal, Changes, Named } from './appeal.ts'
import { type Attempt, type Decision, step } from './decisions.ts'
import { handOn } from './handing.ts'
import type { Answer, DeclineReason } from './names.ts'
import { declineWords } from './news.ts'
import type { Outcome } from './states.ts'

/** Steps of the person who asked, and of who asks them whether it is done. */

const outcomes = { satisfied: 'solved', partly: 'partly' } as const satisfies Partial<Record<Answer, Outcome>>

/** The person's one tap. Unsatisfied: back to who is responsible, on the same clocks. */
export function confirm(appeal: Appeal, attempt: Attempt, answer: Answer, words: string): Decision {
  return answered(appeal, 'confirm', attempt, answer, words)
}

function answered(
  appeal: Appeal,
  action: 'confirm' | 'followUp',
  attempt: Attempt,
  answer: Answer,
  words: string,
): Decision {
  const reached = action === 'followUp' ? { reached: true } : {}
  if (answer === 'unsatisfied')
    return step(
      appeal,
      action,
      'accepted',
      attempt,
      { answer, words, ...reached },
      { unsolved: false, resolvedAt: null },
    )
  const outcome = appeal.unsolved ? 'notSolved' : outcomes[answer]
  return step(appeal, action, 'closed', attempt, { answer, words, outcome, ...reached }, closing(outcome))

  function closing(with_: Outcome): Changes {
    return { outcome: with_, endedAt: attempt.now }
  }
}

/** 回访: somebody who did not handle it asked the person. Not reached: it stays, and counts as a try. */
export function followUp(
  appeal: Appeal,
  attempt: Attempt,
  answer: Answer | undefined,
  words: string,
): Decision {
  if (answer) return answered(appeal, 'followUp', attempt, answer, words)
  const followUps = appeal.followUps + 1
  return step(appeal, 'followUp', 'resolved', attempt, { words, reached: false }, { followUps })
}

/** Nobody said anything for ten days: closed, and counted apart. Not reached is not satisfied (appeals.md, States). */
export function closeUnanswered(appeal: Appeal, attempt: Attempt): Decision {
  const outcome = appeal.followUps > 0 ? 'noAnswer' : 'silent'
  return step(appeal, 'followUp', 'closed', attempt, { outcome }, { outcome, endedAt: attempt.now })
}

/** What ended together with others goes on by itself; `children`: how many have not ended and still follow it. */
const alone = (children: number): Changes => ({ parent: null, children })

/** Not done after all: one level up, on new clocks; who handled it is told. */
export function reopen(
  appeal: Appeal,
  attempt: Attempt,
  above: Organisation | undefined,
  named: Named | null,
  words: string,
  children = appeal.children,
): Decision {
  const changes = {
    ...alone(children),
    reopens: appeal.reopens + 1,
    endedAt: null,
    resolvedAt: null,
    unsolved: false,
  }
  return handOn(appeal, 'reopen', attempt, above, named, { words }, changes)
}

/** The person does not agree that it is declined: one level up, once. */
export function review(
  appeal: Appeal,
  attempt: Attempt,
  above: Organisation | undefined,
  named: Named | null,
  words: string,
  children = appeal.children,
): Decision {
  const changes = { ...alone(children), reviews: appeal.reviews + 1, endedAt: null }
  return handOn(appeal, 'review', attempt, above, named, { words }, changes)
}

/** What the person answers, or adds: those who have it in hand read it. */
export function reply(appeal: Appeal, attempt: Attempt, words: string): Decision {
  return step(appeal, 'reply', appeal.state, attempt, { words })
}

export function urge(appeal: Appeal, attempt: Attempt, words: string): Decision {
  return step(appeal, 'urge', appeal.state, attempt, { words }, { urgedAt: attempt.now })
}

export function withdraw(appeal: Appeal, attempt: Attempt, words: string): Decision {
  return step(appeal, 'withdraw', 'withdrawn', attempt, { words }, { endedAt: attempt.now })
}

/** 不予受理, for a reason of the closed list; the person may ask once for a review. */
export function decline(appeal: Appeal, attempt: Attempt, reason: DeclineReason, words: string): Decision {
  const details = { words: declineWords(reason, words), declined: reason }
  return step(appeal, 'decline', 'declined', attempt, details, { endedAt: attempt.now })
}

/** Somebody passes by and sees the same (snaps). */
export function support(appeal: Appeal, attempt: Attempt, most: number): Decision {
  // Whoever is no handler of it can't have seen it here.
  if (appeal.confidential) throw new Refusal('APPEAL_NOT_FOUND')
  if (appeal.supporters.length >= most) throw new Refusal('SUPPORTERS_FULL')
  return step(appeal, 'support', appeal.state, attempt, {})
}
