import { type RedemptionState, redemptionNames } from '../../domain/points/redemption'
import { Badge, type BadgeTone } from '../ui/Badge'
import type { BadgeIconName } from '../ui/iconNames'

const looks = {
  pending: ['hourglass', 'wash'],
  approved: ['ticket-check', 'honey'],
  fulfilled: ['circle-check', 'green'],
  rejected: ['circle-x', 'outlined'],
  cancelled: ['undo-2', 'outlined'],
  expired: ['calendar-x', 'outlined'],
} as const satisfies Record<RedemptionState, readonly [BadgeIconName, BadgeTone]>

/** How a redemption stands. */
export function RedemptionBadge({ state }: { state: RedemptionState }) {
  const [icon, tone] = looks[state]
  return <Badge text={redemptionNames[state]} icon={icon} tone={tone} />
}
