import type { Output } from '../../../domain/contract'

export type WorkItem = Output<'task.toVerify'>['rows'][number]
export type Work = WorkItem['claims'][number]

/** What the reader means to say of a piece of work; all are ticked until somebody unticks one. */
export type Decision = { is: 'accepted' } | { is: 'rejected'; words: string } | { is: 'left' }
export type Decisions = Readonly<Record<string, Decision>>

const accepted: Decision = { is: 'accepted' }
export const decisionOf = ({ id }: Pick<Work, 'id'>, decisions: Decisions): Decision =>
  decisions[id] ?? accepted

export interface Verdict {
  claimId: string
  accepted: boolean
  words: string
}

/** What is sent for a task: nothing of what is left for later or is for somebody else to look at. */
export function verdictsOf({ claims }: Pick<WorkItem, 'claims'>, decisions: Decisions): Verdict[] {
  return claims.flatMap((claim) => {
    const decision = decisionOf(claim, decisions)
    if (claim.locked || decision.is === 'left') return []
    const isAccepted = decision.is === 'accepted'
    return { claimId: claim.id, accepted: isAccepted, words: isAccepted ? '' : decision.words }
  })
}

export interface Tally {
  accepted: number
  rejected: number
  /** Left for later, or for somebody else. */
  left: number
}

export function tallyOf(items: readonly WorkItem[], decisions: Decisions): Tally {
  const verdicts = items.flatMap((item) => verdictsOf(item, decisions))
  const all = items.reduce((sum, { claims }) => sum + claims.length, 0)
  const passed = verdicts.filter(({ accepted }) => accepted).length
  return { accepted: passed, rejected: verdicts.length - passed, left: all - verdicts.length }
}

/** 3 份通过，1 份没通过 */
export function tallyWords({ accepted, rejected }: Pick<Tally, 'accepted' | 'rejected'>): string {
  const parts = [accepted > 0 && `${accepted} 份通过`, rejected > 0 && `${rejected} 份没通过`]
  return parts.filter(Boolean).join('，')
}

/** Why a piece of work is for somebody else to look at. */
export const lockedWords: Record<NonNullable<Work['locked']>, string> = {
  own: '自己做的，要请同事来验',
  judged: '您验收的，要请别人来抽查',
}
