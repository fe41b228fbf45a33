import { type ReviewState, reviewNames } from '../../domain/points/review/review'
import { Badge, type BadgeTone } from '../ui/Badge'
import type { BadgeIconName } from '../ui/iconNames'

const looks = {
  waiting: ['user-round-search', 'grey'],
  appealed: ['user-round-search', 'grey'],
  denied: ['circle-x', 'outlined'],
  paid: ['circle-check', 'green'],
  upheld: ['circle-x', 'outlined'],
  dropped: ['undo-2', 'outlined'],
} as const satisfies Record<ReviewState, readonly [BadgeIconName, BadgeTone]>

/** How a held payment stands, as its person reads it. */
export function ReviewBadge({ state }: { state: ReviewState }) {
  const [icon, tone] = looks[state]
  return <Badge text={reviewNames[state]} icon={icon} tone={tone} />
}
