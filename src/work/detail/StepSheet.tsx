import type { ComponentType } from 'react'
import { AssistSheet } from './AssistSheet'
import type { StaffAction } from './bar'
import { DeclineSheet } from './DeclineSheet'
import { DispatchSheet } from './DispatchSheet'
import { EscalateSheet } from './EscalateSheet'
import { FollowUpSheet } from './FollowUpSheet'
import { MergeSheet } from './MergeSheet'
import { NoteSheet } from './NoteSheet'
import { ResolveSheet } from './ResolveSheet'
import { ReturnSheet } from './ReturnSheet'
import type { SheetProps } from './StaffBar'
import { SuspendSheet } from './SuspendSheet'
import { TransferSheet } from './TransferSheet'
import { UnmergeSheet } from './UnmergeSheet'

/** Everything but what one tap does. */
export type WithSheet = Exclude<StaffAction, 'accept' | 'resume'>

const sheets: Record<WithSheet, ComponentType<SheetProps>> = {
  resolve: ResolveSheet,
  followUp: FollowUpSheet,
  dispatch: DispatchSheet,
  note: NoteSheet,
  assist: AssistSheet,
  suspend: SuspendSheet,
  return: ReturnSheet,
  transfer: TransferSheet,
  escalate: EscalateSheet,
  unmerge: UnmergeSheet,
  merge: MergeSheet,
  decline: DeclineSheet,
}

/** After these it is with somebody else. */
export const handsOver = (action: WithSheet): boolean =>
  action === 'dispatch' || action === 'return' || action === 'transfer' || action === 'escalate'

/** The form of a step. */
export function StepSheet({ action, ...props }: SheetProps & { action: WithSheet }) {
  const Form = sheets[action]
  return <Form {...props} />
}
