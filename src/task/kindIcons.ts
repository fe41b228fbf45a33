import type { TaskKind } from '../../domain/task/kinds'
import type { BadgeIconName } from '../ui/iconNames'

/** The sign of each kind, in lists and in badges. */
export const kindIcons = {
  publicity: 'megaphone',
  warning: 'triangle-alert',
  report: 'siren',
  opinion: 'message-square-share',
  delivery: 'package',
  errand: 'shopping-bag',
  order: 'traffic-cone',
  cleaning: 'brush-cleaning',
  care: 'heart',
} as const satisfies Record<TaskKind, BadgeIconName>
