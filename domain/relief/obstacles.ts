import type { Appeal } from '../appeal/appeal.ts'
import type { Obstacle } from '../appeal/possible.ts'
import type { OrganisationKind } from '../people/roles.ts'
import type { ReliefStanding } from './reliefCase.ts'

/** Bodies that write to platforms: a trade committee, and the 两新工委 that takes what has none or comes up from one. */
const committees: readonly OrganisationKind[] = ['tradeCommittee', 'newSectorCommittee']

/** How a relief stands, for the rules of the next step; undefined of every other appeal. */
export function standingOf({
  organisation,
  reliefCase,
}: Pick<Appeal, 'organisation' | 'reliefCase'>): ReliefStanding | undefined {
  if (!reliefCase) return undefined
  const { decision, answer } = reliefCase
  return {
    committee: committees.includes(organisation.kind),
    ...(decision && { decision: decision.outcome }),
    ...(answer && { answer: answer.outcome }),
  }
}

/** What stands against deciding on a relief: a letter that is out can't be taken back, a refusal can be thought over. */
export function decidingObstacle(standing: ReliefStanding | undefined): Obstacle | false {
  if (!standing) return { code: 'RELIEF_ONLY' }
  if (standing.decision === 'approved') return { code: 'RELIEF_DECIDED' }
  return !standing.committee && { code: 'RELIEF_ELSEWHERE' }
}

/** What stands against writing down the platform's answer: what it has waived it has waived, a no may become a yes. */
export function answeringObstacle(standing: ReliefStanding | undefined): Obstacle | false {
  if (!standing) return { code: 'RELIEF_ONLY' }
  if (standing.decision !== 'approved') return { code: 'RELIEF_NO_LETTER' }
  return standing.answer !== undefined && standing.answer !== 'refused' && { code: 'RELIEF_ANSWERED' }
}

/** A relief is not resolved before somebody has decided on it. */
export function resolvingObstacle(standing: ReliefStanding | undefined): Obstacle | false {
  return standing !== undefined && !standing.decision && { code: 'RELIEF_UNDECIDED' }
}
