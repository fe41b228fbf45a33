import { type ClaimState, claimStates } from '../../domain/task/task'
import { Badge, type BadgeTone } from '../ui/Badge'
import type { BadgeIconName } from '../ui/iconNames'

const faces: Record<ClaimState, readonly [icon: BadgeIconName, tone: BadgeTone]> = {
  held: ['hourglass', 'wash'],
  claimed: ['user-round-check', 'blue'],
  checkedIn: ['circle-check', 'blue'],
  submitted: ['hourglass', 'grey'],
  verified: ['circle-check', 'green'],
  rejected: ['circle-x', 'outlined'],
  released: ['undo-2', 'outlined'],
  noShow: ['circle-x', 'outlined'],
  expired: ['clock', 'outlined'],
}

/** How far the reader's own place has come. */
export function ClaimBadge({ state }: { state: ClaimState }) {
  const [icon, tone] = faces[state]
  return <Badge text={claimStates[state]} icon={icon} tone={tone} />
}
