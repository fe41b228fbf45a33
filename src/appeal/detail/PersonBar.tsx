import { possibleActions } from '../../../domain/appeal/possible'
import type { AppealView } from '../../../domain/contract'
import type { Refused } from '../../call/refused'
import { AnswerBar } from './AnswerBar'
import { RaiseBar } from './RaiseBar'
import { WaitingBar } from './WaitingBar'

export interface StepProps {
  view: AppealView
  /** The function has it; the sentence says what follows. */
  onDone: (sentence: string) => void
  onRefused: (refused: Refused, again?: () => void) => void
}

export interface BarProps extends StepProps {
  now: number
}

/** What the person can do now, asked of the table. */
export function PersonBar(props: BarProps) {
  const { situation, relations } = props.view
  const possible = possibleActions(situation, undefined, relations, props.now)
  if (possible.includes('confirm')) return <AnswerBar {...props} />
  if (possible.includes('reopen')) return <RaiseBar {...props} way="reopen" />
  if (possible.includes('review')) return <RaiseBar {...props} way="review" />
  return <WaitingBar {...props} possible={possible} />
}
