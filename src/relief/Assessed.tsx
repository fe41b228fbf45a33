import type { ReliefCause } from '../../domain/appeal/names'
import type { ReliefCaseView } from '../../domain/contract'
import { assessmentSentence } from '../../domain/relief/assessing'
import { assessmentNames } from '../../domain/relief/reliefCase'
import { Reason } from '../ui/Reason'

interface Props {
  assessed: Pick<ReliefCaseView, 'assessment' | 'points' | 'threshold' | 'ruleVersion'>
  cause: ReliefCause
  reader: 'person' | 'staff'
}

/** Whether it is eligible or weighed, and why, in numbers. */
export function Assessed({ assessed, cause, reader }: Props) {
  return (
    <Reason
      icon="scale"
      title={assessmentNames[assessed.assessment]}
      foot={`免责门槛 · 第 ${assessed.ruleVersion} 版`}
    >
      {assessmentSentence(assessed, cause, reader)}
    </Reason>
  )
}
